import { createSourceFile } from "../../../source/source-file.js";
import { jsonProblem } from "../../../syntax/parse-json.js";
import { defineMessage } from "../../../diagnostics/define-message.js";
import type { Diagnostic, Severity } from "../../../diagnostics/diagnostic.js";
import type { Model, NodeValue, Shape } from "../../../model/model.js";
import type { ValuePath } from "../../../model/trait-origins.js";
import { isNodeArray, isNodeObject } from "../../../model/node-value.js";
import { validateNode } from "../../node/validate-node.js";
import { atTrait } from "../../rule.js";
import { xmlProblem } from "./xml-problem.js";

export type TestCase = { readonly [key: string]: NodeValue };

/** The test cases in a trait of a shape. */
export function casesOf(shape: Shape, trait: string): readonly TestCase[] {
  const value = shape.traits.get(trait);
  return isNodeArray(value) ? value.filter(isNodeObject) : [];
}

export interface Params {
  /** The event id to report under. */
  readonly code: string;
  /** The place of the value as messages name it. */
  readonly place: string;
  /** The trait of the subject that contains the value, and the path from the trait to the value. */
  readonly trait: string;
  readonly path: ValuePath;
  readonly timestamps?: "format" | "epoch-seconds";
}

/** Checks a part of a test case. */
export function* checkParams(
  model: Model,
  subject: Shape,
  shape: Shape | undefined,
  value: NodeValue | undefined,
  { code, place, trait, path: way, timestamps = "epoch-seconds" }: Params,
): Iterable<Diagnostic> {
  if (shape === undefined || value === undefined) return;
  const options = { timestamps, allowOptionalNull: true };
  for (const event of validateNode(model, shape, value, options)) {
    const { severity, suffix, path, message, steps } = event;
    const invalid = wording(suffix === undefined ? code : `${code}.${suffix}`, severity);
    yield invalid(
      { text: `${place}${path}: ${message}` },
      atTrait(subject, { id: trait }, ...way, ...steps),
    );
  }
}

const wording = (code: string, severity: Severity) =>
  defineMessage({ code, severity, text: (args: { text: string }) => args.text });

/** The reason why a body does not match its media type, if that can be determined. */
export function contentProblem(body: string, mediaType: string): string | undefined {
  const [, format] = /^[^/;]+\/(?:[^;]*\+)?(json|xml)\s*(?:;|$)/.exec(mediaType) ?? [];
  if (format === "json") {
    const problem = jsonProblem(body);
    if (problem === undefined) return undefined;
    const { line, column } = createSourceFile("", body).positionAt(problem.offset);
    return `Error parsing JSON: ${problem.message} ([${line}, ${column}])`;
  }
  return format === "xml" ? xmlProblem(body) : undefined;
}
