export type {
  Awaitable,
  Body,
  ErrorMessage,
  HttpHeaders,
  HttpQuery,
  HttpRequestMessage,
  HttpResponseMessage,
  NumberKind,
  NumberKinds,
  OperationDescription,
  Protocol,
  ProtocolFactory,
  ProtocolOptions,
  ResponseError,
  ResponseResult,
  RoutableRequest,
  Router,
  ServiceSchema,
  StructureValue,
} from "./protocol.js";
export type { EventStreams } from "./event-streams/event-streams.js";
export { MalformedMessage, MalformedRequest, MalformedResponse } from "./malformed-message.js";
