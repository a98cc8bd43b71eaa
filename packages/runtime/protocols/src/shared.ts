// Code that nearly all protocols use. The build writes it to one file, which all entries import:
// the number of files determines how long an import takes.
export { awsJsonEnvelope, awsJsonFormat, jsonStyle } from "./aws-json/aws-json-format.js";
export {
  eventStreamType,
  eventStreamsOf,
  eventsOf,
  payloadsOf,
} from "./event-streams/stream-support.js";
export { chain, collectBody, collectResponse, streamOf } from "./http/collect-body.js";
export { headerOf } from "./http/headers.js";
export { hostPrefixOf } from "./http/host-prefix.js";
export {
  MalformedMessage,
  MalformedResponse,
  Mismatch,
  asMalformedResponse,
  expected,
  translate,
  within,
} from "./malformed-message.js";
export { MalformedRequest, asMalformedRequest } from "./malformed-request.js";
export { createJsonCodec, createJsonReaders } from "./json/json-codec.js";
export { cachedReaders, lenient, lenientReaders } from "./codec/body-codec.js";
export {
  errorMessageOf,
  errorSchemaOf,
  faultOf,
  isSuccess,
  queryErrorOf,
  sanitizeErrorCode,
} from "./errors/error-code.js";
export { createRpcClient } from "./rpc/rpc-client.js";
export { randomToken, tokenFiller } from "./schema/idempotency-tokens.js";
export { once } from "./schema/once.js";
export { createShapeCompiler, isDocument } from "./schema/shape-compiler.js";
export { createTreeReaders } from "./tree/tree-reader.js";
export { fromBase64, isBase64, toBase64 } from "./values/base64.js";
export { bytesOf, concatBytes, textOf, toHex } from "./values/bytes.js";
export { Decimal, isDecimal } from "./values/decimal.js";
export {
  atMember,
  chosenMember,
  isInherited,
  isRecord,
  memberValue,
  setOwn,
  writerAt,
} from "./values/members.js";
export { isIntegerKind, kindCheck, kindName } from "./values/number-kinds.js";
export {
  ExactNumber,
  exactInteger,
  exactNumber,
  integerValue,
  specialNumber,
} from "./values/numbers.js";
export {
  fromEpochSeconds,
  parseDateTime,
  parseHttpDate,
  parseTimestamp,
  timestampFormatOf,
  timestampText,
  toDateTime,
  toEpochSeconds,
  toHttpDate,
} from "./values/timestamps.js";
// Builds inline the functions that read one position (tsup.inline-schema.ts). They are exported for
// authors of protocols.
export {
  Sentinel,
  eventStreamOf,
  hasMembers,
  idOf,
  inputOf,
  isError,
  isList,
  isMap,
  isOperation,
  isSimple,
  isStructure,
  isUnion,
  isUnit,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  memberNamesOf,
  membersOf,
  nameOf,
  namespaceOf,
  outputOf,
  replaceMembers,
  requiredCountOf,
  resolveSchema,
  structureOf,
  traitsOf,
  withMembers,
} from "@tinsmith/schema";
