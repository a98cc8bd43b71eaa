import { ServiceException as SmithyServiceException } from "@smithy/core/client";
import type {
  HttpResponse,
  MetadataBearer,
  ResponseMetadata,
  RetryableTrait,
  SmithyException,
} from "@smithy/types";

/** What an error is made from. */
export interface ServiceExceptionOptions extends SmithyException, MetadataBearer {
  message: string;
}

/**
 * An error that a service answered with. `instanceof` also recognises errors of other copies of this class, and errors
 * of the AWS SDK's.
 */
export interface ServiceException extends Error, MetadataBearer {
  /** The error's name in the model, or the code that the service gave. */
  name: string;
  /** Whose fault it is: the caller's or the service's. */
  readonly $fault: "client" | "server";
  /** The response the error came in. */
  $response?: HttpResponse;
  /** Present where the model says that trying again may help. */
  $retryable?: RetryableTrait;
  /** Status, request id and attempts of the call. */
  $metadata: ResponseMetadata;
}

/** The class of {@link ServiceException}. */
export interface ServiceExceptionConstructor {
  readonly prototype: ServiceException;
  readonly shapeId: string;
  new (options: ServiceExceptionOptions): ServiceException;
  /** Whether this is an error of a service, whichever copy of the class made it. */
  isInstance(value: unknown): value is ServiceException;
  [Symbol.hasInstance](value: unknown): boolean;
}

/** The base of all errors that services answer with. */
export const ServiceException: ServiceExceptionConstructor = SmithyServiceException;

/**
 * What the constructor of a modelled error takes: its own members, its message and the metadata of the call. Name and
 * fault are the class's own.
 */
export type ExceptionOptions<Exception extends Base, Base extends ServiceException> = Omit<
  Exception,
  Exclude<keyof Base, "$metadata" | "message">
>;

/**
 * The class of errors of one kind. Each asks for members of its own, so that no options fit all of them: what a
 * response held is checked by nobody.
 */
export type ExceptionClass = new (options: never) => ServiceException;
