/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export type {
  BatchClient,
  BatchConfiguration,
  BatchDefinition,
} from "../../batch/batch-definition.js";
export type {
  AcceptedEntry,
  BatchCall,
  BatchOutcome,
  DuplicateEntry,
  RefusedEntry,
} from "../../batch/batch-outcome.js";
export { BatchRefusedError, BatchReport } from "../../batch/batch-report.js";
export { echoKey } from "../../batch/echo-key.js";
export { sendInBatches } from "../../batch/send-in-batches.js";
