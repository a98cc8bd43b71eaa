import type { Diagnostic } from "@tinsmith/smithy";
import { messages } from "./build-messages.js";
import type { JsonDocument } from "./json-document.js";

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const placeholder = /(\\)?\$\{([^{}]*)\}/g;

/**
 * Expands environment variables in the strings and keys of a configuration
 * (https://smithy.io/2.0/guides/smithy-build-json.html#environment-variables): `${NAME}`, unless
 * escaped by a backslash. A variable that is not set is reported at its use.
 */
export function expandEnvironment(
  document: JsonDocument,
  environment: Environment,
): { readonly document: JsonDocument; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const expandText = (
    text: string,
    path: readonly (string | number)[],
    part: "value" | "key",
  ): string =>
    text.replace(placeholder, (whole: string, escape: string | undefined, name: string) => {
      if (escape !== undefined) return whole.slice(1);
      const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
      if (value !== undefined) return value;
      diagnostics.push(messages.variableMissing(name, { span: document.spanOf(path, part) }));
      return whole;
    });
  const expand = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (typeof value === "string") return expandText(value, path, "value");
    if (Array.isArray(value)) return value.map((item, index) => expand(item, [...path, index]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        expandText(key, [...path, key], "key"),
        expand(item, [...path, key]),
      ]),
    );
  };
  const value = expand(document.value, []);
  return { document: { ...document, value }, diagnostics };
}
