import type { EventStreams } from "./event-streams.js";
import { readEvents } from "./read-events.js";
import { writeEvents } from "./write-events.js";

export { EventStreamException } from "./event-stream-exception.js";

/**
 * For `ProtocolOptions.eventStreams` of a service that has them.
 *
 * @public
 */
export const eventStreams: EventStreams = { write: writeEvents, read: readEvents };
