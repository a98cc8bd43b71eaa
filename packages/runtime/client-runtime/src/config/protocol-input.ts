import type {
  $OperationSchema,
  EndpointBearer,
  HandlerExecutionContext,
  HttpRequest,
  HttpResponse,
  MetadataBearer,
  SerdeFunctions,
} from "@smithy/types";
import type { ClientProtocol } from "@tinsmith/protocols";

/**
 * The client side of a protocol of the AWS SDK and Smithy for TypeScript. It uses the same schema
 * data, so it can replace a protocol of `@tinsmith/protocols`.
 */
export interface SmithyProtocol {
  getShapeId(): string;
  setSerdeContext(context: SerdeFunctions): void;
  serializeRequest<Input extends object>(
    operation: $OperationSchema,
    input: Input,
    context: HandlerExecutionContext & SerdeFunctions & EndpointBearer,
  ): Promise<HttpRequest>;
  deserializeResponse<Output extends MetadataBearer>(
    operation: $OperationSchema,
    context: HandlerExecutionContext & SerdeFunctions,
    response: HttpResponse,
  ): Promise<Output>;
}

/** The constructor argument of a protocol class of the AWS SDK. */
export interface ProtocolSettings {
  defaultNamespace?: string;
  [setting: string]: unknown;
}

/**
 * The values of the option `protocol`: an instance, or a class of the AWS SDK that is constructed
 * with the settings.
 */
export type ProtocolInput =
  | ClientProtocol
  | SmithyProtocol
  | (new (settings: never) => SmithyProtocol);
