/**
 * The public entry of state that outlives the process and may be shared.
 *
 * @packageDocumentation
 * @public
 */
export { StateError } from "../state/change-log.js";
export type { Addition, ChangeLog, LoggedChange } from "../state/change-log.js";
export { DurableState } from "../state/durable-state.js";
export type {
  ChangeModel,
  Decision,
  DurableStateOptions,
  Summary,
} from "../state/durable-state.js";
export { memoryChangeLog } from "../state/memory-change-log.js";
export { openChangeLog } from "../state/sqlite-change-log.js";
export type { ChangeLogOptions } from "../state/sqlite-change-log.js";
