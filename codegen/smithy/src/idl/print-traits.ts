import { compareText } from "../diagnostics/compare.js";
import { traitDigits } from "../model/exact-digits.js";
import type { Model, ShapeId, Traits } from "../model/model.js";
import { isNodeObject } from "../model/node-value.js";
import { documentationTrait, trait } from "../traits/index.js";
import { trimEnd } from "../format/comments.js";
import type { IdlWriter } from "./idl-writer.js";
import { printEntries, printValue } from "./print-value.js";
import type { ShapeNames } from "./shape-names.js";

/** Prints traits on consecutive lines, sorted, after the documentation as a comment. */
export function printTraits(
  traits: Traits,
  context: {
    readonly model: Model;
    readonly names: ShapeNames;
    readonly writer: IdlWriter;
    /** False if documentation has to be written as a trait. */
    readonly asComment?: boolean;
    /** A trait to leave out, because it is written in another way. */
    readonly except?: ShapeId | undefined;
  },
): void {
  const { model, names, writer, asComment = true, except } = context;
  const text = trait(traits, documentationTrait);
  const fits = asComment && typeof text === "string" && canBeComment(text);
  const comment = fits ? text : undefined;
  if (comment !== undefined) writer.line(printComment(comment));
  for (const id of [...traits.keys()].sort(compareText)) {
    if (id === except || (id === documentationTrait.id && comment !== undefined)) continue;
    writer.line(`@${names.nameOf(id)}${printTraitValue(id, traits, model)}`);
  }
}

/**
 * Returns whether a comment preserves a text. It does not preserve a lone carriage return, which
 * would be read as a line feed, or spaces at the ends of lines, which formatting removes.
 */
const canBeComment = (text: string): boolean =>
  !text.includes("\r") && text.split("\n").every((line) => line === trimEnd(line.trimEnd()));

/** Prints one comment line for each line of the text, with a space even if the line is empty. */
const printComment = (text: string): string =>
  text
    .split("\n")
    .map((line) => `/// ${line}`)
    .join("\n");

function printTraitValue(id: ShapeId, traits: Traits, model: Model): string {
  const value = traits.get(id) ?? null;
  if (!isNodeObject(value)) return `(${printValue(value, traitDigits(traits, id))})`;
  const entries = printEntries(value);
  if (entries !== "") return `(\n${entries.replace(/^(?=.)/gm, "    ")}\n)`;
  // `@trait` without parentheses means `{}` only for structures and maps.
  const type = model.getShape(id)?.type;
  return type === "structure" || type === "map" ? "" : "({})";
}
