/**
 * The public entry of the options and reports of `server.record` and `server.replay`.
 *
 * @packageDocumentation
 * @public
 */
export type { RecordOptions } from "../replay/recorder.js";
export type { ReplayOptions } from "../replay/replayer.js";
export { recordingText } from "../replay/recording.js";
export type { Recording, RecordingReport } from "../replay/recording.js";
export type { DriftFinding } from "../replay/drift.js";
export type { Fixture } from "../replay/fixture.js";
export { FileError } from "../json/json-file.js";
