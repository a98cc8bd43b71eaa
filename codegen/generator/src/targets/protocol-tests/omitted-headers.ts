import { entriesOf, stringOf } from "@tinsmith/smithy";
import type { MessageCase, OperationPlan, ServicePlan } from "@tinsmith/service";

/**
 * Returns the headers that a server requires and a case omits. A case is not a whole request, but
 * states only the minimum that a client must send.
 */
export function omittedHeaders(
  plan: ServicePlan,
  operation: OperationPlan,
  test: MessageCase,
): Readonly<Record<string, string>> {
  const stated = new Set(entriesOf(test.message["headers"]).map(([name]) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(neededHeaders(plan, operation, test)).filter(
      ([name]) => !stated.has(name.toLowerCase()),
    ),
  );
}

function neededHeaders(
  plan: ServicePlan,
  operation: OperationPlan,
  { protocol, message }: MessageCase,
): Readonly<Record<string, string>> {
  const version = /^aws\.protocols#awsJson(\d)_(\d)$/.exec(protocol);
  if (version !== null) {
    return {
      "Content-Type": `application/x-amz-json-${version[1]}.${version[2]}`,
      "X-Amz-Target": `${plan.name}.${operation.name}`,
    };
  }
  const mediaType = stringOf(message["bodyMediaType"]);
  const hasBody = (stringOf(message["body"]) ?? "") !== "";
  return mediaType !== undefined && hasBody ? { "Content-Type": mediaType } : {};
}
