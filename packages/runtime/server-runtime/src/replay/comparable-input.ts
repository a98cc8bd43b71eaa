import type { HttpRequestMessage, OperationDescription } from "@tinsmith/protocols";
import { inputOf } from "@tinsmith/schema";
import { withoutTokens } from "../sample/match-example.js";
import { redacted, toNode } from "../json/to-node.js";
import { secretsOf, withoutSecrets } from "./secrets.js";

/** The members of an operation's input that do not distinguish calls. */
export interface ComparisonRules {
  readonly operation: OperationDescription;
  /** Paths of members, such as `UsageRecords[].Timestamp`. */
  readonly ignore: ReadonlySet<string>;
}

/**
 * Returns the part of an input that distinguishes calls, as JSON: without idempotency tokens,
 * redacted members and ignored members.
 */
export function comparableInput(
  { operation, ignore }: ComparisonRules,
  input: unknown,
  request?: HttpRequestMessage,
): unknown {
  const node = toNode(inputOf(operation.schema), withoutTokens(operation)(input));
  const told = request ? withoutSecrets(node, secretsOf(request)) : node;
  return distinguishingPart(JSON.parse(JSON.stringify(told)), "", ignore);
}

function distinguishingPart(node: unknown, path: string, ignore: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map((item) => distinguishingPart(item, `${path}[]`, ignore));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => {
      const at = path === "" ? name : `${path}.${name}`;
      if (value === redacted || ignore.has(at)) return [];
      return [[name, distinguishingPart(value, at, ignore)]];
    }),
  );
}
