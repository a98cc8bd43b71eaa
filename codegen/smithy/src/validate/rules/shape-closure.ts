import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { NodeValue, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { danger, error } from "../event.js";
import type { Rule, ValidationContext } from "../rule.js";
import { namespaceOf } from "../shape-text.js";
import { stringOf, stringsOf } from "../trait-values.js";

const messages = {
  noRoots: error(
    "ShapeClosure",
    (args: { id: string }) =>
      `Shape closure \`${args.id}\` must define at least one of \`includeNamespaces\` or \`includeBySelector\`.`,
  ),
  badSelector: error(
    "ShapeClosure",
    (args: { id: string; problem: string }) =>
      `Shape closure \`${args.id}\` has an invalid \`includeBySelector\`: ${args.problem}`,
  ),
  renameOutside: error(
    "ShapeClosure",
    (args: { id: string; shape: string }) =>
      `Shape closure \`${args.id}\` attempts to rename \`${args.shape}\`, which is not in the closure.`,
  ),
  emptyNamespace: (id: string) =>
    danger(
      `ShapeClosure.EmptyNamespace.${id}`,
      (args: { namespace: string }) =>
        `Shape closure \`${id}\` includes namespace \`${args.namespace}\`, which has no shapes in the model.`,
    ),
  emptySelector: (id: string) =>
    danger(
      `ShapeClosure.EmptySelector.${id}`,
      (args: { beyond: boolean }) =>
        `Shape closure \`${id}\` has an \`includeBySelector\` that matches no shapes in the model${args.beyond ? " that aren't already in an included namespace" : ""}.`,
    ),
} as const;

/** Named closures have shapes. */
export const shapeClosure: Rule = {
  name: "ShapeClosure",
  *check(context) {
    const closures = context.model.metadata["shapeClosures"];
    if (!isNodeArray(closures)) return;
    for (const closure of closures.filter(isNodeObject)) yield* checkClosure(context, closure);
  },
};

function* checkClosure(
  { model, neighbors }: ValidationContext,
  closure: { readonly [key: string]: NodeValue },
): Iterable<Diagnostic> {
  const id = stringOf(closure["id"]) ?? "";
  const namespaces = stringsOf(closure["includeNamespaces"]);
  const text = stringOf(closure["includeBySelector"]);
  if (namespaces.length === 0 && text === undefined) {
    yield messages.noRoots({ id }, {});
    return;
  }
  const shapes = [...model.shapes.values()];
  for (const namespace of namespaces) {
    if (shapes.some((shape) => namespaceOf(shape.id) === namespace)) continue;
    yield messages.emptyNamespace(id)({ namespace }, {});
  }
  const roots = shapes.filter((shape) => namespaces.includes(namespaceOf(shape.id)));
  if (text !== undefined && text !== "") {
    const selected = select(() => parseSelector(text).select(model));
    if (typeof selected === "string") {
      yield messages.badSelector({ id, problem: selected }, {});
      return;
    }
    const beyond = selected.filter((shape) => !namespaces.includes(namespaceOf(shape.id)));
    if (beyond.length === 0)
      yield messages.emptySelector(id)({ beyond: namespaces.length > 0 }, {});
    roots.push(...beyond);
  }
  const inside = new Set(roots);
  for (const root of roots) neighbors.reach(root, (shape) => inside.add(shape) !== undefined);
  const { rename } = closure;
  for (const shape of isNodeObject(rename) ? Object.keys(rename) : []) {
    const found = model.getShape(shape);
    if (found === undefined || !inside.has(found)) yield messages.renameOutside({ id, shape }, {});
  }
}

/** What a selector yields, or why it is none. */
function select(run: () => readonly Shape[]): readonly Shape[] | string {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof SelectorSyntaxError) return problem.message;
    throw problem;
  }
}
