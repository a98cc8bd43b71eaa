import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { chain, collectBody } from "../http/collect-body.js";
import { hostPrefixOf } from "../http/host-prefix.js";
import { asMalformedRequest, asMalformedResponse } from "../malformed-message.js";
import type {
  Awaitable,
  ErrorMessage,
  HttpRequestMessage,
  OperationDescription,
  Protocol,
  ProtocolOptions,
  ResponseError,
  ResponseResult,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import {
  errorDataOf,
  errorSchemaOf,
  errorStatusOf,
  faultOf,
  queryErrorOf,
  unmodelledError,
} from "../rpc/error-code.js";
import { randomToken, tokenFiller } from "../schema/idempotency-tokens.js";
import { isRecord } from "../schema/members.js";
import { once } from "../schema/once.js";
import { isUnit, structureOf } from "../schema/operation.js";
import { textOf } from "../values/bytes.js";
import { escapeXml, namespaceAttribute } from "../xml/escape-xml.js";
import { childOf, parseXml, type XmlContent } from "../xml/parse-xml.js";
import { findXmlError } from "../xml/xml-error.js";
import { createXmlReaders } from "../xml/xml-reader.js";
import { createXmlWriters } from "../xml/xml-writer.js";
import { parseForm } from "./form-tree.js";
import { createQueryReaders } from "./query-reader.js";
import type { QueryStyle } from "./query-style.js";
import { createQueryWriters } from "./query-writer.js";

/** What tells awsQuery and ec2Query apart. */
export interface QueryProtocolStyle extends QueryStyle {
  readonly id: string;
  readonly responseType: string;
  /** The element that holds an operation's output, inside the response; `undefined` is the response itself. */
  resultName(operation: string): string | undefined;
  /** The error document around the error's own members. */
  errorDocument(fault: "client" | "server", members: string): string;
}

const formType = "application/x-www-form-urlencoded";

/** The writers and readers of a style; kept by the entry, so that all protocols of it share what is compiled. */
export const queryCompilers = (style: QueryProtocolStyle) => ({
  form: createQueryWriters(style),
  xml: createXmlWriters(),
  readXml: createXmlReaders({ strict: false, maxDepth: 1000 }),
});

/** A protocol of forms and XML of a service. */
export const createQueryProtocol = (
  style: QueryProtocolStyle,
  compilers: ReturnType<typeof queryCompilers>,
  service: ServiceSchema,
  options: ProtocolOptions,
): Protocol => {
  const { form, xml, readXml } = compilers;
  const token = options.idempotencyToken ?? randomToken;
  const namespace = namespaceAttribute(service.xmlNamespace);
  const readMembers = (schema: Parameters<typeof form>[0], content: XmlContent): StructureValue => {
    const value = readXml(schema)(content, 0);
    return isRecord(value) ? value : {};
  };

  const requestWriter = once((operation: StaticOperationSchema) => {
    const input = structureOf(operation[4]);
    const fill = tokenFiller(input);
    const hostPrefix = hostPrefixOf(operation);
    const write = form(input);
    return (given: StructureValue): HttpRequestMessage => {
      const value = fill(given, token);
      const pairs = [`Action=${operation[2]}`, `Version=${service.version}`];
      write("", value, pairs);
      const request: HttpRequestMessage = {
        method: "POST",
        path: "/",
        query: {},
        headers: { "content-type": formType },
        body: pairs.join("&"),
      };
      if (hostPrefix) request.hostPrefix = hostPrefix(value);
      return request;
    };
  });

  const readOutput = (
    operation: OperationDescription,
    body: string | Uint8Array,
  ): StructureValue => {
    if (body.length === 0) return {};
    const { content } = parseXml(textOf(body));
    const name = style.resultName(operation.schema[2]);
    const result = name === undefined ? content : childOf(content, name);
    return result === undefined ? {} : readMembers(structureOf(operation.schema[5]), result);
  };

  const readError = (
    operation: OperationDescription,
    statusCode: number,
    body: string | Uint8Array,
  ): ResponseError => {
    const found = findXmlError(body, readMembers);
    const code = found.code ?? "UnknownError";
    const schema = errorSchemaOf(operation, code);
    let { data } = found;
    try {
      if (schema) data = found.read(schema);
    } catch {
      // An error that cannot be read in full is still that error.
    }
    return {
      code: schema?.[2] ?? code,
      schema,
      message: found.message,
      data,
      fault: faultOf({ code, schema, statusCode }),
      statusCode,
      requestId: found.requestId,
      query: { code, type: found.type },
    };
  };

  let readers: ReturnType<typeof createQueryReaders> | undefined;
  const inputReader = once((operation: StaticOperationSchema) => {
    const input = structureOf(operation[4]);
    const read = (readers ??= createQueryReaders(style, options.constraints))(input);
    return (body: string | Uint8Array): StructureValue => {
      const value = read(parseForm(textOf(body), options.maxDepth ?? 128));
      return isRecord(value) ? value : {};
    };
  });

  const outputWriter = once((operation: StaticOperationSchema) => {
    const output = structureOf(operation[5]);
    const write = xml.children(output);
    const result = isUnit(output) ? undefined : style.resultName(operation[2]);
    const name = `${operation[2]}Response`;
    return (value: StructureValue): string => {
      const members = write(value);
      const inner = result === undefined ? members : `<${result}>${members}</${result}>`;
      return `<${name}${namespace}>${inner}</${name}>`;
    };
  });

  const errorWriter = once((schema: StaticErrorSchema) => {
    const write = xml.children(schema);
    return (error: ErrorMessage): string => {
      const data = errorDataOf(error);
      const message = error.message ?? data["message"] ?? data["Message"];
      const others = Object.fromEntries(
        Object.entries(data).filter(([name]) => name.toLowerCase() !== "message"),
      );
      const code = queryErrorOf(error.schema)?.[0] ?? error.code;
      const members = [
        `<Code>${escapeXml(code)}</Code>`,
        typeof message === "string" ? `<Message>${escapeXml(message)}</Message>` : "",
        write(others),
      ];
      return style.errorDocument(faultOf(error), members.join(""));
    };
  });

  return {
    id: style.id,

    writeRequest: (operation, input) =>
      requestWriter(operation.schema)(isRecord(input) ? input : {}),

    readResponse: (operation, { statusCode, body }): Awaitable<ResponseResult> =>
      asMalformedResponse(statusCode, () =>
        chain(collectBody(body), (content): ResponseResult =>
          statusCode < 300
            ? { output: readOutput(operation, content) }
            : { error: readError(operation, statusCode, content) },
        ),
      ),

    readRequest: (operation, request) =>
      asMalformedRequest(() => chain(collectBody(request.body), inputReader(operation.schema))),

    writeResponse: (operation, output) => ({
      statusCode: 200,
      headers: { "content-type": style.responseType },
      body: outputWriter(operation.schema)(isRecord(output) ? output : {}),
    }),

    writeError: (_, error) => ({
      statusCode: queryErrorOf(error.schema)?.[1] ?? errorStatusOf(error),
      headers: { "content-type": style.responseType },
      body: errorWriter(error.schema ?? unmodelledError)(error),
    }),

    router: (operations) => {
      const actions = new Map(operations.map((operation) => [operation.schema[2], operation]));
      return ({ method, body }) => {
        if (method !== "POST" || (typeof body !== "string" && !(body instanceof Uint8Array)))
          return undefined;
        const action = /(?:^|&)Action=([^&]*)/.exec(textOf(body))?.[1];
        return action === undefined ? undefined : actions.get(action);
      };
    },
  };
};
