import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, ResourceShape } from "../../model/model.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  missing: error(
    "ResourceIdentifier",
    (args: { parent: string; missing: readonly string[] }) =>
      `This resource is bound as a child of \`${args.parent}\`, but it is invalid because its \`identifiers\` property is missing the following identifiers that are defined in \`${args.parent}\`: [${[...args.missing].sort().join(", ")}]`,
  ),
  incompatible: error(
    "ResourceIdentifier",
    (args: { parent: string; reasons: readonly string[] }) =>
      `The \`identifiers\` property of this resource is incompatible with its binding to \`${args.parent}\`: ${[...args.reasons].sort().join("; ")}`,
  ),
  property: error(
    "ResourceIdentifier",
    (args: { name: string }) =>
      `Resource identifier \`${args.name}\` cannot also be a resource property`,
  ),
} as const;

/**
 * A resource has the identifiers of the resource that contains it, and no identifier is a property.
 */
export const resourceIdentifier: Rule = {
  name: "ResourceIdentifier",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      const properties = new Set([...resource.properties.keys()].map((key) => key.toLowerCase()));
      for (const name of resource.identifiers.keys()) {
        if (properties.has(name.toLowerCase())) yield messages.property({ name }, at(resource));
      }
      for (const id of resource.resources) yield* checkChild(model, resource, id);
    }
  },
};

function* checkChild(model: Model, parent: ResourceShape, id: string): Iterable<Diagnostic> {
  const child = model.getShape(id);
  if (child?.type !== "resource") return;
  const missing = [...parent.identifiers.keys()].filter((name) => !child.identifiers.has(name));
  if (missing.length > 0) yield messages.missing({ parent: parent.id, missing }, at(child));
  const reasons = [...parent.identifiers].flatMap(([name, expected]) => {
    const found = child.identifiers.get(name);
    return found === undefined || found === expected
      ? []
      : `expected the \`${name}\` member to target \`${expected}\`, but found a target of \`${found}\``;
  });
  if (reasons.length > 0) yield messages.incompatible({ parent: parent.id, reasons }, at(child));
}
