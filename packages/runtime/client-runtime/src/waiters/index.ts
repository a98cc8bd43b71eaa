export { waitFor, waitUntil } from "./wait.js";
export type {
  Acceptor,
  WaiterConfiguration,
  WaiterDefinition,
  WaiterResult,
  WaiterState,
} from "./wait.js";
