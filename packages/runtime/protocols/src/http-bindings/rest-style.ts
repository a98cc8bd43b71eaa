import type { StaticErrorSchema } from "@smithy/types";
import type { MemberedSchema } from "@tinsmith/schema";
import type {
  ErrorMessage,
  HttpHeaders,
  HttpResponseMessage,
  OperationDescription,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import type { BodyCodec, StrictReaders } from "../codec/body-codec.js";

/** The properties of an error that a client reads before it knows the error's shape. */
export interface FoundError {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly requestId?: string | undefined;
  readonly type?: string | undefined;
  /** The members of an error that is not in the model. */
  readonly data: StructureValue;
  /** Reads the members of a modeled error that are in the body. */
  read(members: MemberedSchema): StructureValue;
}

/** The settings that the client and the server side of a protocol with HTTP bindings share. */
export interface RestFormat {
  readonly id: string;
  readonly contentType: string;
  /** Writes and reads document bodies and structured payloads. */
  readonly codec: BodyCodec;
  /**
   * True if an empty document is sent for an unset structure payload and for an output without
   * body.
   */
  readonly emptyDocuments: boolean;
  /** Writes a payload that is a string or a blob as a document instead of bare text or bytes. Default: false. */
  readonly documentPayloads?: boolean;
}

/** The differences between the clients of protocols with HTTP bindings. */
export interface RestClientStyle extends RestFormat {
  /** Identifies the error of a response by a header, the body, or the status and the operation. */
  findError(
    response: HttpResponseMessage,
    body: string | Uint8Array,
    operation: OperationDescription,
  ): FoundError;
  /**
   * Returns true if a response with the status is an output. Default: statuses below 300, and the
   * status of the operation in the model.
   */
  isSuccess?(statusCode: number): boolean;
}

/** The differences between the servers of protocols with HTTP bindings. */
export interface RestServerStyle extends RestFormat {
  readonly strictReaders: StrictReaders;
  /**
   * True if bodies without a content type are accepted. The Python SDK and the CLI send XML without
   * one.
   */
  readonly untypedBodies: boolean;
  /** Compiles the writer of an error's document. */
  errorWriter(
    service: ServiceSchema,
    schema: StaticErrorSchema,
    document: MemberedSchema,
  ): (error: ErrorMessage, data: StructureValue) => string | Uint8Array;
  /** Returns the headers that identify the error. */
  errorHeaders(error: ErrorMessage): HttpHeaders;
}
