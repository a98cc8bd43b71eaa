import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import {
  inputOf,
  memberNamesOf,
  namespaceOf,
  outputOf,
  structureOf,
  traitsOf,
} from "@tinsmith/schema";
import { allTypes } from "../value-types/all-types.js";
import { headersReader } from "./read-headers.js";
import { chain } from "../http/collect-body.js";
import { headerOf } from "../http/headers.js";
import {
  acceptedTypeCheck,
  isEmptyBody,
  mediaTypeOf,
  unsupportedMediaType,
} from "../http/media-types.js";
import { asMalformedRequest } from "../malformed-request.js";
import type {
  Awaitable,
  ErrorMessage,
  HttpHeaders,
  HttpRequestMessage,
  HttpResponseMessage,
  ServerProtocol,
  ServerProtocolOptions,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import { errorDataOf, errorStatusOf, unmodeledError } from "../rpc/write-error.js";
import { isRecord, memberValue } from "../values/members.js";
import { once } from "../schema/once.js";
import { bindingsOf } from "./bindings.js";
import type { Bindings } from "./bindings.js";
import { bodyFormOf, bodyReader, bodyWriter, contentTypeOf } from "./body-bindings.js";
import { pathReader, queryReader } from "./read-bindings.js";
import { createRestRouter } from "./rest-router.js";
import type { RestFormat, RestServerStyle } from "./rest-style.js";
import { parseUriPattern } from "./uri-pattern.js";
import { headersWriter } from "./write-bindings.js";

/** Creates the server side of a protocol with HTTP bindings. */
export function createRestServer(
  style: RestServerStyle,
  service: ServiceSchema,
  options: ServerProtocolOptions,
): ServerProtocol {
  const kinds = options.constraints;

  type ReadInput = (request: HttpRequestMessage) => Awaitable<StructureValue>;
  const inputReader = once((operation: StaticOperationSchema): ReadInput => {
    const bindings = bindingsOf(structureOf(inputOf(operation)), "request");
    const [, uri] = traitsOf(operation).http ?? ["POST", "/"];
    const readPath = pathReader(parseUriPattern(uri), bindings, kinds);
    const readQuery = queryReader(bindings, kinds);
    const readHeaders = headersReader(bindings, allTypes, kinds, true);
    const readBody = bodyReader(bindings, style, style.strictReaders(options), options);
    const checkContentType = contentTypeCheck(bindings, style);
    const checkAccept = acceptCheck(
      bindingsOf(structureOf(outputOf(operation)), "response"),
      style,
    );
    return (request) => {
      checkContentType(request);
      checkAccept(request);
      const input: StructureValue = {};
      readPath(request.path, input);
      readQuery(request.query, input);
      readHeaders(request.headers, input);
      return chain(readBody(request.body, input), () => input);
    };
  });

  type WriteOutput = (output: StructureValue) => HttpResponseMessage;
  const outputWriter = once((operation: StaticOperationSchema): WriteOutput => {
    const bindings = bindingsOf(structureOf(outputOf(operation)), "response");
    const writeHeaders = headersWriter(bindings, allTypes);
    const writeBody = bodyWriter(bindings, style, options, "response");
    const status = traitsOf(operation).http?.[2] ?? 200;
    const { responseCode } = bindings;
    return (output) => {
      const { body, contentType } = writeBody(output);
      const headers: HttpHeaders = {};
      if (contentType !== undefined) headers["content-type"] = contentType;
      writeHeaders(output, headers);
      const code = responseCode && memberValue(output, responseCode.name);
      const statusCode = typeof code === "number" ? code : status;
      if (!Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599)
        throw new RangeError(
          `${responseCode?.name} must be an integer from 200 to 599. Received ${statusCode}.`,
        );
      const response: HttpResponseMessage = { statusCode, headers };
      if (body !== undefined) response.body = body;
      return response;
    };
  });

  type WriteError = (error: ErrorMessage) => HttpResponseMessage;
  const errorWriter = once((schema: StaticErrorSchema): WriteError => {
    const bindings = bindingsOf(schema, "response");
    const writeHeaders = headersWriter(bindings, allTypes);
    const writeBody = style.errorWriter(service, schema, bindings.document);
    return (error) => {
      const data = errorDataOf(error);
      const headers: HttpHeaders = {
        "content-type": style.contentType,
        ...style.errorHeaders(error),
      };
      writeHeaders(data, headers);
      return { statusCode: errorStatusOf(error), headers, body: writeBody(error, data) };
    };
  });

  return {
    id: style.id,
    router: createRestRouter,
    readRequest: (operation, request) =>
      asMalformedRequest(() => inputReader(operation.schema)(request)),
    writeResponse: (operation, output) =>
      outputWriter(operation.schema)(isRecord(output) ? output : {}),
    writeError: (_, error) => errorWriter(error.schema ?? unmodeledError)(error),
  };
}

/** Creates a check of the header `Content-Type` against the type of the body in the model. */
function contentTypeCheck(
  bindings: Bindings,
  style: RestServerStyle,
): (request: HttpRequestMessage) => void {
  const form = bodyFormOf(bindings, style);
  const expected = contentTypeOf(bindings, style);
  const boundToMember = bindings.headers.some(({ wire }) => wire.toLowerCase() === "content-type");
  const optional = style.untypedBodies;
  const anything =
    boundToMember ||
    ((form === "blob" || form === "stream") &&
      bindings.payload?.resolved.traits.mediaType === undefined);
  return ({ headers, body }) => {
    const header = headerOf(headers, "content-type");
    const isEmpty = isEmptyBody(body);
    if (anything || (header === undefined && (isEmpty || optional))) return;
    const given = header === undefined ? undefined : mediaTypeOf(header);
    if (expected === undefined) {
      // A structure without members in the body may still be sent as an empty document.
      const emptyInput =
        memberNamesOf(bindings.structure).length === 0 &&
        namespaceOf(bindings.structure) !== "smithy.api";
      if (isEmpty || given === undefined || (emptyInput && given === style.contentType)) return;
    } else if (given === mediaTypeOf(expected) || (isEmpty && given === undefined)) {
      return;
    }
    throw unsupportedMediaType(expected);
  };
}

/** Creates a check of the header `Accept` against the type of the response. */
function acceptCheck(bindings: Bindings, style: RestFormat): (request: HttpRequestMessage) => void {
  const form = bodyFormOf(bindings, style);
  const responseType = contentTypeOf(bindings, style) ?? style.contentType;
  const anything =
    (form === "blob" || form === "stream") &&
    bindings.payload?.resolved.traits.mediaType === undefined;
  return anything ? () => {} : acceptedTypeCheck(responseType);
}
