import type {
  HandlerExecutionContext,
  MetadataBearer,
  Pluggable,
  ResponseMetadata,
} from "@smithy/types";
import type { ResponseError } from "@tinsmith/protocols";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { Platform } from "../platform.js";
import type { OperationDefinition } from "./operation-definition.js";

/** What a feature is set up with. */
export interface FeatureContext {
  /** The options as the user gave them, and the configuration that the feature's own options are resolved onto. */
  readonly input: ServiceClientConfig;
  readonly config: ResolvedServiceClientConfig;
  readonly platform: Platform;
  /** What the generated command says of the operation of a call. */
  readonly definitionOf: (context: HandlerExecutionContext) => OperationDefinition;
  /** The exception for an error that did not come as a response of its own, of the operation's class for it. */
  readonly exceptionOf: (
    context: HandlerExecutionContext,
    error: ResponseError,
    metadata: ResponseMetadata,
  ) => Error;
}

/**
 * A part of the pipeline that only some services need: checksums, compression, event streams. A generated client passes
 * those that its model asks for, so that the others cost nothing.
 */
export type ClientFeature = (context: FeatureContext) => Pluggable<object, MetadataBearer>;
