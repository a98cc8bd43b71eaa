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
 * The client's half of a protocol as the AWS SDK and Smithy for TypeScript write it. Their schemas are the same data as
 * ours, so theirs can stand in for one of `@tinsmith/protocols`.
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

/** What such a protocol's class is constructed with. */
export interface ProtocolSettings {
  defaultNamespace?: string;
  [setting: string]: unknown;
}

/** What may be given as `protocol`: an instance, or a class of the AWS SDK's that is constructed with the settings. */
export type ProtocolInput =
  | ClientProtocol
  | SmithyProtocol
  | (new (settings: never) => SmithyProtocol);
