/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { waitFor, waitUntil } from "../../waiters/wait.js";
export type {
  Acceptor,
  WaiterConfiguration,
  WaiterDefinition,
  WaiterResult,
  WaiterState,
} from "../../waiters/wait.js";
