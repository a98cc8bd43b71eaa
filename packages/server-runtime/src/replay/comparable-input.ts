import type { HttpRequestMessage, OperationDescription } from "@tinsmith/protocols";

import { withoutTokens } from "../sample/match-example.js";
import { redacted, toNode } from "../schema/to-node.js";
import { secretsOf, withoutSecrets } from "./secrets.js";

/**
 * What of an input tells one call from another, as JSON: no tokens that a client makes up, nothing of what
 * fixtures have redacted.
 */
export const comparableInput = (
  operation: OperationDescription,
  input: unknown,
  request?: HttpRequestMessage,
): unknown => {
  const node = toNode(operation.schema[4], withoutTokens(operation)(input));
  const told = request ? withoutSecrets(node, secretsOf(request)) : node;
  return withoutRedacted(JSON.parse(JSON.stringify(told)));
};

const withoutRedacted = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutRedacted);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => value !== redacted)
      .map(([name, value]) => [name, withoutRedacted(value)]),
  );
};
