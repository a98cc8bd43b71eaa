// Code for protocols with JSON or with HTTP bindings. The build writes it to the file of the main
// entry, because the number of files determines how long an import takes. All other entries import
// that file. Only the exports of `index.ts` are declared to users.
export {
  awsJson1_0,
  awsJson1_0Of,
  awsJson1_1,
  awsJson1_1Of,
  awsJsonClient,
} from "./aws-json/aws-json-client.js";
export { awsJsonEnvelope, awsJsonFormat, jsonStyle } from "./aws-json/aws-json-format.js";
export {
  eventStreamType,
  eventStreamsOf,
  eventsOf,
  payloadsOf,
} from "./event-streams/stream-support.js";
export { clientDefaultsOf } from "./defaults/client-parts.js";
export { messageDefaults } from "./defaults/message-defaults.js";
export { chain, collectBody, collectResponse, streamOf } from "./http/collect-body.js";
export { headerOf } from "./http/headers.js";
export { hostPrefixOf } from "./http/host-prefix.js";
export { headerTimestamps, uriTimestamps } from "./http-bindings/binding-timestamps.js";
export { bindingsOf, elementOf, sentinelOf } from "./http-bindings/bindings.js";
export {
  bodyFormOf,
  bodyReader,
  bodyWriter,
  contentTypeOf,
} from "./http-bindings/body-bindings.js";
export { documentReader, documentWriter } from "./http-bindings/document-bodies.js";
export { quoteElement, splitElements, splitHttpDates } from "./http-bindings/header-lists.js";
export { httpHeaders, httpPayloads, httpQueries } from "./http-bindings/http-parts.js";
export { at, headersReader, kindsOf } from "./http-bindings/read-headers.js";
export { headersWriter, queryWriter } from "./http-bindings/write-bindings.js";
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
export { corrections } from "./json/corrections.js";
export { allJsonParts } from "./json/all-json-parts.js";
export { exactNumbers } from "./json/exact-numbers.js";
export { createJsonCodec } from "./json/full-json-codec.js";
export { createJsonReaders, jsonCodecOf } from "./json/json-codec.js";
export { quote } from "./values/quote.js";
export { anyReader } from "./json/read-anything.js";
export { jsonUnions } from "./json/unions.js";
export { cachedReaders, lenient, lenientReaders } from "./codec/body-codec.js";
export {
  errorMessageOf,
  errorSchemaOf,
  faultOf,
  isSuccess,
  queryErrorOf,
  sanitizeErrorCode,
} from "./errors/error-code.js";
export { allRpcParts, createRpcClient } from "./rpc/full-rpc-client.js";
export { rpcClientOf } from "./rpc/rpc-client.js";
export { rpcEvents } from "./rpc/rpc-events.js";
export { idempotencyTokens, randomToken, tokenFiller } from "./schema/idempotency-tokens.js";
export { once } from "./schema/once.js";
export { createShapeCompiler, isDocument } from "./schema/shape-compiler.js";
export { readUnion } from "./tree/read-union.js";
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
export { ExactNumber } from "./values/exact-number.js";
export { exactInteger, exactNumber, integerValue, nearestNumber } from "./values/numbers.js";
export { specialNumber } from "./values/special-numbers.js";
export { allTypes } from "./value-types/all-types.js";
export { bigNumbers } from "./value-types/big-numbers.js";
export { blobs } from "./value-types/blobs.js";
export { documents } from "./value-types/documents.js";
export { epochTimestamps } from "./value-types/epoch-timestamps.js";
export { textReader, textWriter } from "./value-types/text-values.js";
export { timestamps } from "./value-types/timestamps.js";
export { valueTypeOf } from "./value-types/value-type.js";
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
export { copyJson, isBytes, isDate, upperFirst } from "@tinsmith/values";
// The build inlines the functions that read one position (tsup.inline-schema.ts). They are exported
// for authors of protocols.
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
