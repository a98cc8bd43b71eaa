/**
 * The public entry of the recorder.
 *
 * @packageDocumentation
 * @public
 */
export { record } from "./record.js";
export type { Recorder, Recording, RecordingOrder, Recordings } from "@tinsmith/service";
