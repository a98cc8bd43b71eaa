import { closest } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";
import * as v from "valibot";
import { configSchema } from "./build-config.js";
import type { BuildConfig } from "./build-config.js";
import { messages } from "./build-messages.js";
import type { JsonDocument } from "./json-document.js";
import { targetHint } from "./plugin-names.js";
import { checkProjections } from "./projections.js";
import { optionNames, optionText } from "../option-text.js";

/** Validates a parsed configuration and reports every problem at its location. */
export function checkConfig(document: JsonDocument): {
  readonly config: BuildConfig | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const inherited = inheritedNames(document);
  if (inherited.length > 0) return { config: undefined, diagnostics: inherited };
  const result = v.safeParse(configSchema, document.value);
  if (!result.success) {
    return {
      config: undefined,
      diagnostics: issueDiagnostics(configSchema, result.issues, document, []),
    };
  }
  return { config: result.output, diagnostics: checkProjections(result.output, document) };
}

/** Names that record schemas drop, at any depth of the configuration. */
const omitted: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reports keys that every object inherits, such as `constructor`. Schemas accept them as known
 * options, or drop them without an error.
 */
function inheritedNames(document: JsonDocument): readonly Diagnostic[] {
  const visit = (value: unknown, path: readonly (string | number)[]): readonly Diagnostic[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => visit(item, [...path, index]));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => {
      const at = [...path, key];
      const isInherited = key in Object.prototype && isName(path);
      if (!isInherited && !omitted.has(key)) return visit(item, at);
      const place = { span: document.spanOf(at, "key") };
      return path.at(-1) === "plugins"
        ? [messages.unknownTarget(key, targetHint, place)]
        : [messages.configValue(at.join("."), "Unknown option", place)];
    });
  };
  return visit(document.value, []);
}

/** Reports whether the keys of an object are names that this project defines, and not data. */
function isName(path: readonly (string | number)[]): boolean {
  const [first, , third] = path;
  if (first === "plugins") return path.length <= 2;
  if (first === "projections") return path.length <= 2 || (path.length <= 4 && third !== undefined);
  return path.length === 0;
}

/** Validates a part of the configuration by a schema. */
export function checkPart<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  document: JsonDocument,
  path: readonly (string | number)[],
): { readonly value: v.InferOutput<Schema> } | { readonly diagnostics: readonly Diagnostic[] } {
  const result = v.safeParse(schema, value);
  return result.success
    ? { value: result.output }
    : { diagnostics: issueDiagnostics(schema, result.issues, document, path) };
}

function issueDiagnostics(
  schema: v.GenericSchema,
  issues: readonly v.BaseIssue<unknown>[],
  document: JsonDocument,
  base: readonly (string | number)[],
): readonly Diagnostic[] {
  return issues.map((issue) => {
    const inside = (issue.path ?? []).map(({ key }) =>
      typeof key === "number" ? key : String(key),
    );
    const path = [...base, ...inside];
    const name = path.join(".");
    const isUnknownKey = issue.type === "strict_object" && issue.expected === "never";
    if (!isUnknownKey) {
      const meaning = optionText(schema, inside);
      return messages.configValue(name, wording(issue), {
        span: document.spanOf(path),
        ...(meaning !== undefined && { hint: meaning }),
      });
    }
    const key = String(path.at(-1));
    const near = closest(key, optionNames(schema, inside.slice(0, -1)));
    return messages.configValue(name, "Unknown option", {
      span: document.spanOf(path, "key"),
      ...(near !== undefined && { hint: `Did you mean ${JSON.stringify(near)}?` }),
    });
  });
}

function wording(issue: v.BaseIssue<unknown>): string {
  if (issue.received === "undefined") return "is missing";
  // A custom check states what it expects only in its message.
  const wanted = issue.type === "check" ? issue.message : issue.expected;
  const expected = wanted === null ? "" : `expected ${wanted}, `;
  return `${expected}found ${issue.received}`;
}
