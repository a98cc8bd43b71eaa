export { sendInBatches } from "./batch/send-in-batches.js";
export { echoKey } from "./batch/echo-key.js";
export { BatchRefusedError, BatchReport } from "./batch/batch-report.js";
export type {
  AcceptedEntry,
  BatchCall,
  BatchOutcome,
  DuplicateEntry,
  RefusedEntry,
} from "./batch/batch-outcome.js";
export type {
  AnswerList,
  BatchClient,
  BatchConfiguration,
  BatchDefinition,
} from "./batch/batch-definition.js";
