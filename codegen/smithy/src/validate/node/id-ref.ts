import type { Model, Shape } from "../../model/model.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { idRefTrait, trait } from "../../traits/index.js";
import { placed } from "./node-context.js";
import type { NodeContext, NodePath } from "./node-context.js";

const shapeIdPattern =
  /^(?:[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*#)[A-Za-z_][A-Za-z0-9_]*(?:\$[A-Za-z_][A-Za-z0-9_]*)?$/;

/** True for an absolute shape id, including that of a member. */
export const isShapeId = (text: string): boolean => shapeIdPattern.test(text);

/** Checks a string that has the `idRef` trait (Smithy specification, "idRef trait"). */
export function checkIdRef(
  context: NodeContext,
  shape: Shape,
  value: string,
  path: NodePath,
): void {
  const { failWhenMissing, selector, errorMessage } = trait(shape, idRefTrait) ?? {};
  const report = (message: string) =>
    context.report({
      severity: "ERROR",
      message: errorMessage ?? message,
      ...placed(path),
    });
  const id = value.includes("#") || context.owner === undefined ? value : resolve(context, value);
  if (!isShapeId(id)) return report(`Invalid shape ID: ${value}`);
  const target = context.model.getShape(id);
  if (target === undefined) {
    if (failWhenMissing === true) report(`Shape ID \`${id}\` was not found in the model`);
  } else if (selector !== undefined && !selects(context.model, selector, target)) {
    report(`Shape ID \`${id}\` does not match selector \`${selector.trim()}\``);
  }
}

/**
 * Resolves a name. A name without a namespace is an id only if the shape's namespace or the prelude
 * contains a shape with that name.
 */
function resolve(context: NodeContext, name: string): string {
  const namespace = context.owner?.id.split("#")[0] ?? "";
  const own = `${namespace}#${name}`;
  if (context.model.getShape(own) !== undefined) return own;
  const prelude = `smithy.api#${name}`;
  return context.model.getShape(prelude) === undefined ? name : prelude;
}

/**
 * Returns whether a selector yields the shape from all shapes of the model; an invalid selector
 * yields any.
 */
export function selects(model: Model, selector: string, shape: Shape): boolean {
  try {
    return parseSelector(selector).selectAmong(model, [shape]).has(shape);
  } catch (error) {
    if (error instanceof SelectorSyntaxError) return true;
    throw error;
  }
}
