import { defineMessage } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue } from "../model/model.js";
import { metadataSpan } from "../model/metadata-origins.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { typeName } from "./node/type-name.js";
import { ticked } from "./shape-text.js";

const error = <Arguments>(text: (args: Arguments) => string) =>
  defineMessage({ code: "Model", severity: "ERROR", text });

const messages = {
  validatorsNoArray: error(
    (args: { found: string }) => `validators must be an array. Found ${args.found}.`,
  ),
  wrongType: error(
    (args: { expected: string; found: string }) =>
      `Expected ${args.expected}, but found ${args.found}.`,
  ),
  missingMember: error((args: { member: string }) => `Missing expected member \`${args.member}\`.`),
  notOneOf: error(
    (args: { allowed: readonly string[]; found: string }) =>
      `Expected one of ${ticked(args.allowed)}; got \`${args.found}\`.`,
  ),
} as const;

/** Checks the metadata that configures validation. */
export function* checkMetadata({ metadata }: Model): Iterable<Diagnostic> {
  const { validators, suppressions, severityOverrides } = metadata;
  if (validators !== undefined && !isNodeArray(validators)) {
    yield messages.validatorsNoArray({ found: typeName(validators) }, placeOf(validators));
  }
  yield* checkEntries(suppressions, ["id", "namespace"]);
  yield* checkEntries(severityOverrides, ["id", "namespace", "severity"]);
}

function* checkEntries(
  value: NodeValue | undefined,
  required: readonly string[],
): Iterable<Diagnostic> {
  if (value === undefined) return;
  if (!isNodeArray(value)) {
    yield messages.wrongType({ expected: "array", found: typeName(value) }, placeOf(value));
    return;
  }
  for (const entry of value) {
    if (!isNodeObject(entry)) {
      yield messages.wrongType({ expected: "object", found: typeName(entry) }, placeOf(entry));
      continue;
    }
    yield* checkEntry(entry, required);
  }
}

const placeOf = (value: NodeValue, ...path: readonly string[]) => ({
  span: metadataSpan(value, path),
});

function* checkEntry(
  entry: { readonly [key: string]: NodeValue },
  required: readonly string[],
): Iterable<Diagnostic> {
  for (const member of required) {
    const value = entry[member];
    if (value === undefined) {
      // Stops at the first missing member, as everywhere when a value is read.
      yield messages.missingMember({ member }, placeOf(entry));
      return;
    }
    if (typeof value !== "string") {
      yield messages.wrongType(
        { expected: "string", found: typeName(value) },
        placeOf(entry, member),
      );
    } else if (member === "severity" && value !== "WARNING" && value !== "DANGER") {
      yield messages.notOneOf(
        { allowed: ["DANGER", "WARNING"], found: value },
        placeOf(entry, member),
      );
    }
  }
}
