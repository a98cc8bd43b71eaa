import { defineMessage } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue } from "../model/model.js";
import { metadataSpan } from "../model/metadata-origins.js";
import { isNodeArray } from "../model/node-value.js";
import type { Reader } from "./creation/reader.js";
import { object, oneOf, optional, required } from "./creation/reader.js";
import { typeName } from "./node/type-name.js";

const fault = defineMessage({
  code: "Model",
  severity: "ERROR",
  text: (args: { text: string }) => args.text,
});

const suppression = object(
  required("id", "string"),
  required("namespace", "string"),
  optional("reason", "string"),
);
const severityOverride = object(
  required("id", "string"),
  required("namespace", "string"),
  required("severity", "string", oneOf("DANGER", "WARNING")),
);

/** Checks the metadata that configures validation. */
export function* checkMetadata({ metadata }: Model): Iterable<Diagnostic> {
  const { validators, suppressions, severityOverrides } = metadata;
  if (validators !== undefined && !isNodeArray(validators)) {
    const text = `validators must be an array. Found ${typeName(validators)}.`;
    yield fault({ text }, { span: metadataSpan(validators) });
  }
  yield* checkEntries(suppressions, suppression);
  yield* checkEntries(severityOverrides, severityOverride);
}

function* checkEntries(value: NodeValue | undefined, read: Reader): Iterable<Diagnostic> {
  if (value === undefined) return;
  if (!isNodeArray(value)) {
    const text = `Expected array, but found ${typeName(value)}.`;
    yield fault({ text }, { span: metadataSpan(value) });
    return;
  }
  for (const [index, entry] of value.entries()) {
    const found = read(entry, [index], "");
    if (found === undefined) continue;
    yield fault({ text: found.text }, { span: metadataSpan(value, found.path) });
  }
}
