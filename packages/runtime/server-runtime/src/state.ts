export {
  type Addition,
  type ChangeLog,
  type LoggedChange,
  StateError,
} from "./state/change-log.js";
export {
  type ChangeModel,
  type Decision,
  DurableState,
  type DurableStateOptions,
  type Summary,
} from "./state/durable-state.js";
export { memoryChangeLog } from "./state/memory-change-log.js";
export { type ChangeLogOptions, openChangeLog } from "./state/sqlite-change-log.js";
