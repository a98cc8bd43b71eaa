import type { $SchemaRef } from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { viewOf } from "@tinsmith/validation";
import { isSensitive, redacted } from "../json/to-node.js";

/**
 * Returns the texts that authenticate the sender of a request. Such texts must not be written to a
 * file.
 */
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

/** Returns the texts of `@sensitive` members, because messages of errors often repeat them. */
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
      // An event stream that was read is a list.
      if (Array.isArray(value))
        return value.flatMap((event) => sensitiveTexts(ref, event, isWithin));
      return view.members.flatMap(({ name, ref: member }) =>
        sensitiveTexts(member, Reflect.get(value, name), isWithin),
      );
    default:
      return [];
  }
}

/** Removes secret texts from JSON. */
export function withoutSecrets<Node>(node: Node, secrets: readonly string[]): Node {
  // Longer texts are removed first, so that a shorter text inside does not leave a remainder.
  const ordered = [...new Set(secrets)].sort((left, right) => right.length - left.length);
  const text = JSON.stringify(node, (_name, value: unknown) =>
    typeof value === "string"
      ? ordered.reduce((rest, secret) => rest.replaceAll(secret, redacted), value)
      : value,
  );
  return JSON.parse(text);
}

/**
 * Returns the value after `=`, and the part of the value before the first slash. In a credential
 * scope, that part is the access key.
 */
function valuesIn(part: string): readonly string[] {
  const value = part.slice(part.indexOf("=") + 1);
  const [first = ""] = value.split("/");
  return part.includes("=") && !part.startsWith("SignedHeaders=") ? [value, first] : [];
}

/** Shorter secrets are skipped, because they would match unrelated text. */
const shortest = 8;
const shortestText = 4;
const wellKnown: ReadonlySet<string> = new Set(["AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"]);
