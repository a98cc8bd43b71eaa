import type { ClientProtocolFactory, OperationDescription } from "@tinsmith/protocols";
import { isRecord } from "@tinsmith/protocols/json";
import { createRestClient, errorMessageOf, headerOf } from "@tinsmith/protocols/rest";
import { nameOf, Sentinel, traitsOf } from "@tinsmith/protocols/schema";
import { errorHeaderOf, parcelFormat } from "./format.js";

export { parcelJsonTrait, schemaTraits } from "./traits.js";

/** The client side of the protocol. */
export const parcelJson: ClientProtocolFactory = (service, options = {}) => {
  const errorHeader = errorHeaderOf(service);
  return createRestClient(
    {
      ...parcelFormat,
      findError: ({ headers, statusCode }, body, operation) => {
        const data = readBody(body);
        return {
          code: headerOf(headers, errorHeader) ?? onlyErrorOf(operation, statusCode),
          message: errorMessageOf(data),
          data,
          read: (members) => asRecord(parcelFormat.codec.reader(members)(body)),
        };
      },
    },
    options,
  );
};

/**
 * Returns the error of a response if its status is unambiguous, for a response whose error header
 * was dropped by a proxy.
 */
function onlyErrorOf({ errors }: OperationDescription, statusCode: number): string | undefined {
  const [only, ...others] = errors.filter((schema) => traitsOf(schema)["httpError"] === statusCode);
  return only === undefined || others.length > 0 ? undefined : nameOf(only);
}

/** Reads a body. A body that is not JSON, such as the error page of a proxy, counts as empty. */
function readBody(body: string | Uint8Array): Record<string, unknown> {
  try {
    return asRecord(parcelFormat.codec.reader(Sentinel.document)(body));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
