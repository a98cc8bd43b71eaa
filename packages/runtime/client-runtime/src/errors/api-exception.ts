import type { HttpResponse, ResponseMetadata, RetryableTrait } from "@smithy/types";
import type {
  ServiceException,
  ServiceExceptionConstructor,
  ServiceExceptionOptions,
} from "./service-exception.js";

/**
 * The base class of the errors of services outside AWS. `instanceof ServiceException` of the AWS
 * SDK's library also recognizes them, by their properties.
 */
class Exception extends Error implements ServiceException {
  static readonly shapeId = "smithy.ts.sdk.synthetic.nonamespace.client#ServiceException";
  override name: string;
  readonly $fault: "client" | "server";
  $metadata: ResponseMetadata;
  declare $response?: HttpResponse;
  declare $retryable?: RetryableTrait;

  static isInstance(value: unknown): value is ServiceException {
    return value instanceof Error && "$fault" in value && "$metadata" in value;
  }

  constructor({ message, name, $fault, $metadata }: ServiceExceptionOptions) {
    super(message);
    this.name = name;
    this.$fault = $fault;
    this.$metadata = $metadata;
  }
}

export const ApiException: ServiceExceptionConstructor = Exception;
