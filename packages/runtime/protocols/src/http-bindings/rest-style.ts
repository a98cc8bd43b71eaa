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

/** What a client finds out about an error before it knows the error's shape. */
export interface FoundError {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly requestId?: string | undefined;
  readonly type?: string | undefined;
  /** The members of an error that no model knows. */
  readonly data: StructureValue;
  /** Reads the part of a modelled error that is in the body. */
  read(members: MemberedSchema): StructureValue;
}

/** What both halves of a protocol with HTTP bindings know. */
export interface RestFormat {
  readonly id: string;
  readonly contentType: string;
  /** Of document bodies and structured payloads. */
  readonly codec: BodyCodec;
  /** Whether a structure that is an unset payload is sent as an empty document, and an output without one too. */
  readonly emptyDocuments: boolean;
  /** Whether a payload that is a string or a blob is a document too, and not the bare text or bytes. Default: false. */
  readonly documentPayloads?: boolean;
}

/** What tells the clients of these protocols apart: everything but the bindings. */
export interface RestClientStyle extends RestFormat {
  /** Finds out which error a response is: of a header, of the body, or of the status and what the operation may answer. */
  findError(
    response: HttpResponseMessage,
    body: string | Uint8Array,
    operation: OperationDescription,
  ): FoundError;
  /** Whether a status is that of an output. Default: below 300, and the status that the operation is modelled to answer. */
  isSuccess?(statusCode: number): boolean;
}

/** What tells their servers apart. */
export interface RestServerStyle extends RestFormat {
  readonly strictReaders: StrictReaders;
  /** Whether a body may come without its type, as Python's SDK and the command line send XML. */
  readonly untypedBodies: boolean;
  /** Compiles the writer of an error's document. */
  errorWriter(
    service: ServiceSchema,
    schema: StaticErrorSchema,
    document: MemberedSchema,
  ): (error: ErrorMessage, data: StructureValue) => string | Uint8Array;
  /** Headers that say what error it is. */
  errorHeaders(error: ErrorMessage): HttpHeaders;
}
