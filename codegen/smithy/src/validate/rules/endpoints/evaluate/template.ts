import { EvaluationError } from "./rule-value.js";

/** A part of a template: literal text or the short form of an expression. */
export type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly text: string };

/**
 * Parses a template: `https://{Region}.{partition#dnsSuffix}`. Doubled braces stand for a single
 * one.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/specification.html#template-string
 * @throws EvaluationError if braces are unbalanced
 */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = "";
  for (let index = 0; index < template.length; index++) {
    const character = template.charAt(index);
    if ((character === "{" || character === "}") && template.charAt(index + 1) === character) {
      text += character;
      index++;
    } else if (character === "{") {
      const end = template.indexOf("}", index);
      if (end < 0) throw new EvaluationError("unmatched `{` in template");
      if (text !== "") parts.push({ kind: "text", text });
      text = "";
      parts.push({ kind: "expression", text: template.slice(index + 1, end) });
      index = end;
    } else if (character === "}") {
      throw new EvaluationError("unmatched `}` in template");
    } else {
      text += character;
    }
  }
  if (text !== "") parts.push({ kind: "text", text });
  return parts;
}
