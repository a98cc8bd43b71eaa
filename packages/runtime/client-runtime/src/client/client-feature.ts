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

/** The arguments of a feature. */
export interface FeatureContext {
  /** The options as passed by the user. The feature resolves its own options into `config`. */
  readonly input: ServiceClientConfig;
  readonly config: ResolvedServiceClientConfig;
  readonly platform: Platform;
  /** Returns the definition of a call's operation from the generated command. */
  readonly definitionOf: (context: HandlerExecutionContext) => OperationDefinition;
  /** Creates an exception of the operation's class for an error that is only part of a response. */
  readonly exceptionOf: (
    context: HandlerExecutionContext,
    error: ResponseError,
    metadata: ResponseMetadata,
  ) => Error;
}

/**
 * A part of the pipeline that only some services need: checksums, compression, event streams. A
 * generated client passes the features that its model requires, so clients do not carry the others.
 */
export type ClientFeature = (context: FeatureContext) => Pluggable<object, MetadataBearer>;
