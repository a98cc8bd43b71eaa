import { ServiceException as SmithyServiceException } from "@smithy/core/client";
import type {
  HttpResponse,
  MetadataBearer,
  ResponseMetadata,
  RetryableTrait,
  SmithyException,
} from "@smithy/types";

/** The constructor options of a service exception. */
export interface ServiceExceptionOptions extends SmithyException, MetadataBearer {
  message: string;
}

/**
 * An error response of a service. `instanceof` also recognizes errors of other copies of this class
 * and of the AWS SDK.
 */
export interface ServiceException extends Error, MetadataBearer {
  /** The error's name in the model, or the error code of the response. */
  name: string;
  /** The side that caused the error. */
  readonly $fault: "client" | "server";
  /** The response that contained the error. */
  $response?: HttpResponse;
  /** Present if the model marks the error as retryable. */
  $retryable?: RetryableTrait;
  /** The status, request id and attempts of the call. */
  $metadata: ResponseMetadata;
}

/** The class of {@link ServiceException}. */
export interface ServiceExceptionConstructor {
  readonly prototype: ServiceException;
  readonly shapeId: string;
  new (options: ServiceExceptionOptions): ServiceException;
  /** Returns true for service errors, including those of other copies of the class. */
  isInstance(value: unknown): value is ServiceException;
  [Symbol.hasInstance](value: unknown): boolean;
}

/** The base class of all errors that services respond with. */
export const ServiceException: ServiceExceptionConstructor = SmithyServiceException;

/**
 * The constructor options of a modeled error: its members, its message and the metadata of the
 * call. The class sets name and fault.
 */
export type ExceptionOptions<Exception extends Base, Base extends ServiceException> = Omit<
  Exception,
  Exclude<keyof Base, "$metadata" | "message">
>;

/**
 * The class of a modeled error. Each class requires different members, so no options type fits all;
 * data from responses is not checked.
 */
export type ExceptionClass = new (options: never) => ServiceException;
