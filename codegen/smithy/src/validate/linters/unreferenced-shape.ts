import type { Shape } from "../../model/model.js";
import { stringOf } from "../../model/node-value.js";
import { shapeNamespace } from "../../model/shape-id.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { hasTrait, traitTrait } from "../../traits/index.js";
import type { ValidationContext } from "../rule.js";
import { libraryNamespaces } from "../library-namespaces.js";
import { ConfigurationError } from "./linter.js";
import type { Finding, Linter } from "./linter.js";

/** Reports shapes that are not connected to a service, or to the shapes that a selector yields. */
export const unreferencedShape: Linter = {
  name: "UnreferencedShape",
  create(configuration) {
    const text = stringOf(configuration["rootShapeSelector"]) ?? "service";
    const selector = parse(text);
    return function* emit(context): Iterable<Finding> {
      const connected = connectedShapes(context, selector.select(context.model));
      for (const shape of context.model.shapes.values()) {
        if (shape.type === "member" || connected.has(shape)) continue;
        if (libraryNamespaces.has(shapeNamespace(shape.id))) continue;
        yield {
          severity: "NOTE",
          message: `This shape is unreferenced. It has no modeled connections to shapes that match the following selector: \`${text}\``,
          shape,
        };
      }
    };
  },
};

function parse(text: string) {
  try {
    return parseSelector(text);
  } catch (problem) {
    if (!(problem instanceof SelectorSyntaxError)) throw problem;
    throw new ConfigurationError(`Error parsing \`rootShapeSelector\`: ${problem.message}`);
  }
}

/** All shapes reachable from the roots, their traits, and the shapes of those traits. */
function connectedShapes(
  { model, neighbors }: ValidationContext,
  roots: readonly Shape[],
): ReadonlySet<Shape> {
  const connected = new Set<Shape>();
  const waiting = [
    ...roots,
    ...[...model.shapes.values()].filter((shape) => hasTrait(shape, traitTrait)),
  ];
  for (let shape = waiting.pop(); shape !== undefined; shape = waiting.pop()) {
    if (connected.has(shape)) continue;
    connected.add(shape);
    waiting.push(...neighbors.forwardShapes(shape));
    waiting.push(...neighbors.forwardNamed(shape, ["trait"]).map((edge) => edge.shape));
  }
  return connected;
}
