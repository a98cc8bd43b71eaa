import type { HttpResponse, MetadataBearer, ResponseMetadata } from "@smithy/types";
import { textOf } from "@tinsmith/protocols";
import type { ClientProtocol, ResponseError } from "@tinsmith/protocols";
import type { CallOperation } from "../client/call-operation.js";
import { createException } from "../errors/create-exception.js";
import type { ServiceException } from "../errors/service-exception.js";
import { isBuffered } from "../streaming/stream-body.js";

/** Adds what is specific to AWS to an exception. */
export type DecorateException = (
  exception: ServiceException,
  error: ResponseError,
) => ServiceException;

/** Returns the output of a response, or throws its error. */
export async function readOutput(
  protocol: ClientProtocol,
  operation: CallOperation,
  response: HttpResponse,
  $metadata: ResponseMetadata,
  decorate: DecorateException = (exception) => exception,
): Promise<MetadataBearer> {
  lowerCaseNames(response.headers);
  const { description } = operation;
  const { output, error } = await protocol.readResponse(description, response);
  const { defaults, schema } = description;
  if (error === undefined) return { $metadata, ...(defaults?.output(schema, output) ?? output) };
  if (error.requestId !== undefined) $metadata.requestId ??= error.requestId;
  const data = error.schema && defaults?.error(error.schema, error.data);
  throw decorate(createException(operation, data ? { ...error, data } : error, $metadata), error);
}

/**
 * Adds the response to an error, so that it can be inspected. If the body is not a document of the
 * protocol, such as the page of a proxy, its text is added as well, under the AWS SDK's name.
 */
export function attachResponse(
  error: unknown,
  response: HttpResponse,
  $metadata: ResponseMetadata,
): unknown {
  if (!(error instanceof Error)) return error;
  const { body }: { body?: unknown } = response;
  const isUnread = error.name === "Unknown" || !("$fault" in error);
  const attached = {
    $response: response,
    ...(isUnread && isBuffered(body) && { $responseBodyText: textOf(body ?? "") }),
  };
  for (const [name, value] of Object.entries(attached)) {
    Object.defineProperty(error, name, {
      value,
      enumerable: false,
      writable: true,
      configurable: true,
    });
  }
  if (!("$metadata" in error)) Object.assign(error, { $metadata });
  return error;
}

function lowerCaseNames(headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) {
    const lowerCase = name.toLowerCase();
    if (lowerCase === name) continue;
    delete headers[name];
    headers[lowerCase] = value;
  }
}
