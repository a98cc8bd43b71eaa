import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model, NodeValue, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject, nodeEquals } from "../../model/node-value.js";
import { defaultTrait, trait } from "../../traits/index.js";
import { error, messagesOf, warning } from "../event.js";
import { isBase64, validateNode } from "../node/validate-node.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { shownValue } from "../shape-text.js";

const messages = {
  list: error("DefaultTrait", () => "The @default value of a list must be an empty list"),
  map: error("DefaultTrait", () => "The @default value of a map must be an empty map"),
  documentArray: error(
    "DefaultTrait",
    () => "The @default value of a document cannot be a non-empty array",
  ),
  documentObject: error(
    "DefaultTrait",
    () => "The @default value of a document cannot be a non-empty object",
  ),
  blob: warning(
    "DefaultTrait",
    () => "The @default value of a blob should be a valid base64 string.",
  ),
  missing: error(
    "DefaultTrait",
    (args: { target: string; value: NodeValue }) =>
      `Member targets ${args.target}, which requires that the member defines the same default of \`${JSON.stringify(args.value)}\` or \`null\``,
  ),
  mismatch: error(
    "DefaultTrait",
    (args: { target: string; value: NodeValue; found: NodeValue }) =>
      `Member defines a default value that differs from the default value of the target shape, ${args.target}. The member has a default of \`${shownValue(args.found)}\`, but the target has a default of \`${JSON.stringify(args.value)}\`.`,
  ),
  nullRoot: error("DefaultTrait", () => "The @default trait can be set to null only on members"),
} as const;

const invalid = (suffix: string | undefined, severity: "ERROR" | "WARNING") =>
  messagesOf(severity)(
    suffix === undefined ? "DefaultTrait" : `DefaultTrait.${suffix}`,
    (args: { path: string; message: string }) =>
      `Error validating @default trait${args.path}: ${args.message}`,
  );

/** A default is a valid value of its shape, and agrees with the default of the member's target. */
export const defaultTraitRule: Rule = {
  name: "DefaultTrait",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      const value = trait(shape, defaultTrait);
      if (shape.type === "member") yield* checkTarget(model, shape, value);
      if (value === undefined) continue;
      if (value === null) {
        if (shape.type !== "member")
          yield messages.nullRoot(undefined, atTrait(shape, defaultTrait));
        continue;
      }
      yield* checkValue(model, shape, value);
    }
  },
};

function* checkTarget(
  model: Model,
  member: MemberShape,
  found: NodeValue | undefined,
): Iterable<Diagnostic> {
  if (model.getShape(member.container)?.type !== "structure") return;
  const value = trait(model.getShape(member.target), defaultTrait);
  if (value === undefined || value === null) return;
  const { target } = member;
  if (found === undefined) yield messages.missing({ target, value }, at(member));
  else if (found !== null && !nodeEquals(found, value)) {
    yield messages.mismatch({ target, value, found }, at(member));
  }
}

function* checkValue(model: Model, shape: Shape, value: NodeValue): Iterable<Diagnostic> {
  const target = shape.type === "member" ? model.getShape(shape.target) : shape;
  const options = { lenientZero: true, timestamps: "format" as const };
  for (const event of validateNode(model, shape, value, options, shape)) {
    const severity = event.severity === "WARNING" ? "WARNING" : "ERROR";
    const { path, message } = event;
    yield invalid(event.suffix, severity)(
      { path, message },
      atTrait(shape, defaultTrait, ...event.steps),
    );
  }
  if (target?.type === "blob" && typeof value === "string" && !isBase64(value)) {
    yield messages.blob(undefined, atTrait(shape, defaultTrait));
  }
  const filled = target && emptiness(target, value);
  if (filled !== undefined) yield filled(undefined, atTrait(shape, defaultTrait));
}

function emptiness(target: Shape, value: NodeValue) {
  const filled =
    (isNodeArray(value) && value.length > 0) ||
    (isNodeObject(value) && Object.keys(value).length > 0);
  if (!filled) return undefined;
  if (target.type === "list" && isNodeArray(value)) return messages.list;
  if (target.type === "map" && isNodeObject(value)) return messages.map;
  if (target.type !== "document") return undefined;
  return isNodeArray(value) ? messages.documentArray : messages.documentObject;
}
