export { sendInBatches } from "./send-in-batches.js";
export { echoKey } from "./echo-key.js";
export { BatchRefusedError, BatchReport } from "./batch-report.js";
export type {
  AcceptedEntry,
  BatchCall,
  BatchOutcome,
  DuplicateEntry,
  RefusedEntry,
} from "./batch-outcome.js";
export type {
  AnswerList,
  BatchClient,
  BatchConfiguration,
  BatchDefinition,
} from "./batch-definition.js";
