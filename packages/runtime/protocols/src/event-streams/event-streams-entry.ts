import type { EventStreams } from "./event-streams.js";
import { readEvents } from "./read-events.js";
import { writeEvents } from "./write-events.js";

export { EventStreamException } from "./event-stream-exception.js";

/**
 * The implementation of event streams. Pass it as the option `eventStreams` of a protocol.
 *
 * @public
 */
export const eventStreams: EventStreams = { write: writeEvents, read: readEvents };
