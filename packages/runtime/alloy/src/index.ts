import type { ClientProtocolFactory, OperationDescription } from "@tinsmith/protocols";
import { isRecord } from "@tinsmith/protocols/json";
import {
  createRestClient,
  errorMessageOf,
  headerOf,
  sanitizeErrorCode,
} from "@tinsmith/protocols/rest";
import type { RestClientStyle } from "@tinsmith/protocols/rest";
import { nameOf, Sentinel, traitsOf } from "@tinsmith/protocols/schema";
import { endsWithSlash, errorHeaders, restFormat } from "./format.js";

export { refinements } from "./refinements.js";
export { schemaTraits, simpleRestJsonTrait } from "./traits.js";

const style: RestClientStyle = {
  ...restFormat,
  // Redirects are outputs, too, because an operation may be modeled with any status.
  isSuccess: (statusCode) => statusCode < 400,
  findError: ({ headers, statusCode }, body, operation) => {
    const data = readBody(body);
    const named = errorHeaders.map((name) => sanitizeErrorCode(headerOf(headers, name)));
    return {
      code: named.find((code) => code !== undefined) ?? errorOfStatus(operation, statusCode),
      message: errorMessageOf(data),
      data,
      read: (members) => asRecord(restFormat.codec.reader(members)(body)),
    };
  },
};

/**
 * The client side of `alloy#simpleRestJson`.
 *
 * @public
 */
export const simpleRestJson: ClientProtocolFactory = (_service, options = {}) => {
  const usual = createRestClient(style, options);
  return {
    ...usual,
    writeRequest: (operation, input) => {
      const request = usual.writeRequest(operation, input);
      if (!endsWithSlash(operation.schema)) return request;
      return { ...request, path: request.path.replace(/\/$/, "") };
    },
  };
};

/**
 * Returns the error of a response without a header that names the error. This is the only error
 * that is modeled with the status of the response, or else the only client error or server error
 * that is modeled without a status.
 */
function errorOfStatus({ errors }: OperationDescription, statusCode: number): string | undefined {
  const fault = statusCode < 500 ? "client" : "server";
  const modeled = errors.filter((error) => traitsOf(error)["httpError"] === statusCode);
  const others = errors.filter((error) => {
    const traits = traitsOf(error);
    return traits["httpError"] === undefined && traits.error === fault;
  });
  const [found] = modeled.length === 1 ? modeled : others.length === 1 ? others : [];
  return found && nameOf(found);
}

/** Reads a body. A body that is not JSON, such as the error page of a proxy, counts as empty. */
function readBody(body: string | Uint8Array): Record<string, unknown> {
  try {
    return asRecord(restFormat.codec.reader(Sentinel.document)(body));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
