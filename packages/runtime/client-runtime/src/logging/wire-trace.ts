import { HttpRequest, HttpResponse } from "@smithy/core/transport";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  DeserializeMiddleware,
  HandlerExecutionContext,
  HttpResponse as HttpResponseShape,
  MetadataBearer,
  StaticErrorSchema,
  StaticOperationSchema,
} from "@smithy/types";
import {
  hasMembers,
  inputOf,
  isOperationSchema,
  isStreaming,
  membersOf,
  nameOf,
  outputOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { isOwnProtocol } from "../config/protocol-config.js";
import { maskSensitive } from "./mask-sensitive.js";
import { inspectValue } from "./inspect-value.js";
import { collectBytes, showBody } from "./message-body.js";
import { redactHeaders, redactRequest, sensitivePlaces } from "./redact-request.js";
import { canHoldSensitive, scrub, sensitiveTexts } from "./sensitive.js";

type Config = Pick<ResolvedServiceClientConfig, "protocol">;

interface TracedOperation {
  readonly schema: StaticOperationSchema;
  readonly errors: readonly StaticErrorSchema[];
}

/** Logs the request and response of each attempt, without credentials and sensitive members. */
export const wireTraceMiddleware =
  (
    config: Config | undefined,
    write: (text: string, context: HandlerExecutionContext) => void,
  ): DeserializeMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const operation = tracedOperation(context);
    if (operation === undefined || !HttpRequest.isInstance(args.request)) return next(args);
    const secrets = [
      ...identityTexts(context),
      ...sensitiveTexts(inputOf(operation.schema), args.input),
    ];
    const log = (arrow: string, lines: readonly string[], body: string): void => {
      const text = [...lines, ...(body === "" ? [] : ["", ...body.split("\n")])];
      write(scrub(text.map((line) => `${arrow} ${line}`.trimEnd()).join("\n"), secrets), context);
    };
    const { schema } = operation;
    const body = canHoldSensitive(inputOf(schema))
      ? inspectValue(maskSensitive(inputOf(schema), args.input))
      : showBody(args.request.body);
    log("-->", redactRequest(args.request, schema), body);
    try {
      const result = await next(args);
      const { response } = result;
      if (HttpResponse.isInstance(response)) {
        const lines = [String(response.statusCode), ...responseHeaders(operation, response)];
        log("<--", lines, await responseBody(operation, response, config));
      }
      return result;
    } catch (error) {
      log("<--", [error instanceof Error ? `${error.name}: ${error.message}` : String(error)], "");
      throw error;
    }
  };

function responseHeaders(
  { schema, errors }: TracedOperation,
  response: HttpResponseShape,
): readonly string[] {
  const places = [outputOf(schema), ...errors].map((reference) => sensitivePlaces(reference));
  return redactHeaders(response.headers, {
    headers: new Set(places.flatMap(({ headers }) => [...headers])),
    headerPrefixes: places.flatMap(({ headerPrefixes }) => headerPrefixes),
  });
}

/** Reads the body and replaces it with its bytes. A stream for the caller is not read. */
async function responseBody(
  operation: TracedOperation,
  response: HttpResponseShape,
  config: Config | undefined,
): Promise<string> {
  const { schema: output } = resolveSchema(outputOf(operation.schema));
  const members = hasMembers(output) ? membersOf(output) : [];
  if (
    response.statusCode < 300 &&
    members.some(([, member]) => isStreaming(resolveSchema(member)))
  ) {
    return "<a stream>";
  }
  const bytes = await collectBytes(response.body);
  response.body = bytes;
  const sensitive = [outputOf(operation.schema), ...operation.errors].some(canHoldSensitive);
  return sensitive ? maskedData(operation, { ...response, body: bytes }, config) : showBody(bytes);
}

/**
 * Formats the data of a response instead of its text, because only the data shows which parts are
 * sensitive.
 */
async function maskedData(
  operation: TracedOperation,
  { statusCode, headers, body }: HttpResponseShape,
  config: Config | undefined,
): Promise<string> {
  const withheld = "<withheld: may contain sensitive members>";
  const protocol = config?.protocol;
  if (protocol === undefined || !isOwnProtocol(protocol)) return withheld;
  try {
    const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const response = { statusCode, headers: Object.fromEntries(lowerCase), body };
    const { output, error } = await protocol.readResponse(operation, response);
    if (error === undefined) return inspectValue(maskSensitive(outputOf(operation.schema), output));
    const modeled = operation.errors.find((schema) => nameOf(schema) === error.code);
    if (modeled === undefined) return `${error.code} ${withheld}`;
    return `${error.code} ${inspectValue(maskSensitive(modeled, error.data))}`;
  } catch {
    return withheld;
  }
}

/** Returns the texts of the signing identity. They must not appear anywhere in a log. */
function identityTexts(context: HandlerExecutionContext): readonly string[] {
  const identity = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme?.identity ?? {};
  return Object.entries(identity).flatMap(([name, value]) =>
    typeof value === "string" && name !== "accountId" ? [value] : [],
  );
}

/**
 * Returns the operation of a call with its errors, or `undefined` if another runtime created the
 * command.
 */
function tracedOperation(context: HandlerExecutionContext): TracedOperation | undefined {
  const { operationSchema: schema, operationErrors: errors } = context[SMITHY_CONTEXT_KEY] ?? {};
  return isOperationSchema(schema) && Array.isArray(errors) ? { schema, errors } : undefined;
}
