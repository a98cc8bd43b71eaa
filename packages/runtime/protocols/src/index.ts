export type {
  Awaitable,
  Body,
  ClientProtocol,
  ClientProtocolFactory,
  ClientProtocolOptions,
  ErrorMessage,
  HttpHeaders,
  HttpQuery,
  HttpRequestMessage,
  HttpResponseMessage,
  MessageDefaults,
  NumberKind,
  NumberKinds,
  OperationDescription,
  ProtocolOptions,
  ResponseError,
  ResponseResult,
  RoutableRequest,
  Router,
  ServerProtocol,
  ServerProtocolFactory,
  ServerProtocolOptions,
  ServiceSchema,
  StructureValue,
} from "./protocol.js";
export type { EventStreams } from "./event-streams/event-streams.js";
export { MalformedMessage, MalformedResponse } from "./malformed-message.js";
export { MalformedRequest } from "./malformed-request.js";
// Exports for the other runtimes, which are versioned with this package.
export { randomToken } from "./schema/idempotency-tokens.js";
export { fromBase64, toBase64 } from "./values/base64.js";
export { bytesOf, concatBytes, textOf, toHex } from "./values/bytes.js";
