import type { Diagnostic, NodeValue } from "@tinsmith/smithy";
import * as v from "valibot";
import { messages } from "./build-messages.js";
import { closest } from "./closest.js";
import type { JsonDocument } from "./json-document.js";
import { checkProjections } from "./projections.js";

const nodeValue: v.GenericSchema<NodeValue> = v.lazy(() =>
  v.union([
    v.null(),
    v.boolean(),
    v.number(),
    v.string(),
    v.array(nodeValue),
    v.record(v.string(), nodeValue),
  ]),
);
const nodeObject = v.record(v.string(), nodeValue);

const projectionSchema = v.strictObject({
  /** Only there for others to `apply`. */
  abstract: v.optional(v.boolean()),
  imports: v.optional(v.array(v.string())),
  transforms: v.optional(
    v.array(v.strictObject({ name: v.string(), args: v.optional(nodeValue) })),
  ),
  plugins: v.optional(v.record(v.string(), nodeObject)),
});

/**
 * `smithy-build.json`, the ecosystem's configuration
 * (https://smithy.io/2.0/guides/smithy-build-json.html). What belongs to the reference's Maven
 * machinery is accepted and has no effect.
 */
const configSchema = v.strictObject({
  version: v.picklist(["1.0", "2.0"]),
  sources: v.optional(v.array(v.string()), ["model"]),
  imports: v.optional(v.array(v.string()), []),
  plugins: v.optional(v.record(v.string(), nodeObject), {}),
  outputDirectory: v.optional(v.string(), "build/smithy"),
  ignoreMissingPlugins: v.optional(v.boolean()),
  maven: v.optional(v.unknown()),
  projections: v.optional(v.record(v.string(), projectionSchema), {}),
});

export type BuildConfig = v.InferOutput<typeof configSchema>;

/** A configuration as it is written, before defaults. */
export type BuildConfigInput = v.InferInput<typeof configSchema>;

/** Options that every plugin understands; the others are its target's. */
export const pluginSchema = v.looseObject({
  /** The absolute id of the service; another plugin's, or the model's only one, where it is left out. */
  service: v.optional(v.string()),
  /** The npm name of the package. */
  package: v.optional(v.string()),
  /** Where the package is, relative to the configuration; its projection's folder without it. */
  output: v.optional(v.string()),
});

/** Checks a parsed configuration. Every problem is reported at its place. */
export function checkConfig(document: JsonDocument): {
  readonly config: BuildConfig | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const result = v.safeParse(configSchema, document.value);
  if (!result.success) {
    return { config: undefined, diagnostics: issueDiagnostics(result.issues, document, []) };
  }
  const ignored = (["maven"] as const).filter((key) => key in result.output);
  return {
    config: result.output,
    diagnostics: [
      ...ignored.map((key) => messages.configIgnored(key, { span: document.spanOf([key], "key") })),
      ...checkProjections(result.output, document),
    ],
  };
}

/** Checks a part of the configuration by its own schema. */
export function checkPart<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  document: JsonDocument,
  path: readonly (string | number)[],
): { readonly value: v.InferOutput<Schema> } | { readonly diagnostics: readonly Diagnostic[] } {
  const result = v.safeParse(schema, value);
  return result.success
    ? { value: result.output }
    : { diagnostics: issueDiagnostics(result.issues, document, path) };
}

function issueDiagnostics(
  issues: readonly v.BaseIssue<unknown>[],
  document: JsonDocument,
  base: readonly (string | number)[],
): readonly Diagnostic[] {
  return issues.map((issue) => {
    const path = [
      ...base,
      ...(issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key))),
    ];
    const name = path.join(".");
    const isUnknownKey = issue.type === "strict_object" && issue.expected === "never";
    if (!isUnknownKey) {
      return messages.configValue(name, wording(issue), { span: document.spanOf(path) });
    }
    const key = String(path.at(-1));
    const near = closest(key, knownKeys(issue));
    return messages.configValue(name, "There is no such option", {
      span: document.spanOf(path, "key"),
      ...(near !== undefined && { hint: `Did you mean ${JSON.stringify(near)}?` }),
    });
  });
}

function wording(issue: v.BaseIssue<unknown>): string {
  if (issue.received === "undefined") return "is missing";
  const expected = issue.expected === null ? "" : `expected ${issue.expected}, `;
  return `${expected}found ${issue.received}`;
}

/** The keys of the top level; for others no suggestion is made. */
function knownKeys(issue: v.BaseIssue<unknown>): readonly string[] {
  return issue.path?.length === 1 ? Object.keys(configSchema.entries) : [];
}
