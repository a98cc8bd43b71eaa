export type { BatchData, DynamicBatch } from "./batches.js";
export { defineClient } from "./define-client.js";
export type {
  DefineClientOptions,
  DynamicClient,
  DynamicClientClass,
  DynamicClientConfig,
  DynamicMethod,
} from "./define-client.js";
export type { DynamicCommandClass, DynamicOutput } from "./define-commands.js";
export type { DynamicPaginator } from "./paginators.js";
export type { DynamicWaiter } from "./waiters.js";
export type { DynamicProtocol, DynamicProtocols } from "./protocol-extensions.js";
export type { ModelInput } from "./read-model.js";
