export { defineClient } from "./define-client.js";
export type {
  DefineClientOptions,
  DynamicClient,
  DynamicClientClass,
  DynamicClientConfig,
  DynamicCommandClass,
  DynamicMethod,
  DynamicOutput,
} from "./define-client.js";
export type { ModelInput } from "./read-model.js";
