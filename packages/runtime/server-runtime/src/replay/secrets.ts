import type { $SchemaRef } from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { viewOf } from "@tinsmith/validation";
import { isSensitive, redacted } from "../json/to-node.js";

/** What a request proves with who sent it: texts that must not reach a file. */
export function secretsOf({ headers, query }: HttpRequestMessage): readonly string[] {
  const found: string[] = [];
  for (const name of ["authorization", "x-amz-security-token", "x-api-key", "cookie"]) {
    const value = headers[name];
    if (value === undefined) continue;
    found.push(
      value,
      ...value
        .split(name === "cookie" ? /[\s;]+/ : /[\s,]+/)
        .flatMap((part) => [part, ...valuesIn(part)]),
    );
  }
  for (const name of ["X-Amz-Credential", "X-Amz-Signature", "X-Amz-Security-Token"]) {
    const value = query[name];
    if (typeof value === "string") found.push(value, ...valuesIn(`=${value}`));
  }
  return found.filter((text) => text.length >= shortest && !wellKnown.has(text));
}

/** The texts that stand at `@sensitive` members: messages of errors like to repeat them. */
export function sensitiveTexts(ref: $SchemaRef, value: unknown, within = false): readonly string[] {
  const isWithin = within || isSensitive(ref);
  if (typeof value === "string") return isWithin && value.length >= shortestText ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  const view = viewOf(ref);
  switch (view.kind) {
    case "list":
      return [value].flat().flatMap((item) => sensitiveTexts(view.member, item, isWithin));
    case "map":
      return Object.values(value).flatMap((item) => sensitiveTexts(view.value, item, isWithin));
    case "structure":
    case "union":
      return view.members.flatMap(({ name, ref: member }) =>
        sensitiveTexts(member, Reflect.get(value, name), isWithin),
      );
    default:
      return [];
  }
}

/** JSON without the texts that are secret. */
export function withoutSecrets<Node>(node: Node, secrets: readonly string[]): Node {
  // The longest first, so that no rest of one stays.
  const ordered = [...new Set(secrets)].sort((left, right) => right.length - left.length);
  const text = JSON.stringify(node, (_name, value: unknown) =>
    typeof value === "string"
      ? ordered.reduce((rest, secret) => rest.replaceAll(secret, redacted), value)
      : value,
  );
  return JSON.parse(text);
}

/** The value behind `=`, and the access key that a scope begins with. */
function valuesIn(part: string): readonly string[] {
  const value = part.slice(part.indexOf("=") + 1);
  const [first = ""] = value.split("/");
  return part.includes("=") && !part.startsWith("SignedHeaders=") ? [value, first] : [];
}

/** Shorter ones would be found in texts that have nothing to do with them. */
const shortest = 8;
const shortestText = 4;
const wellKnown: ReadonlySet<string> = new Set(["AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"]);
