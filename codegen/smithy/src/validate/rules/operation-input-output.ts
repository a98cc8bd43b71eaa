import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, OperationShape } from "../../model/model.js";
import { shapeName, shapeNamespace } from "../../model/shape-id.js";
import { error, warning } from "../event.js";
import { groupBy } from "../group-by.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const messages = {
  crossed: error(
    "OperationInputOutputMisuse",
    (args: { property: string; trait: string; target: string }) =>
      `Operation \`${args.property}\` cannot target structures marked with the \`@${args.trait}\` trait: \`${args.target}\``,
  ),
  shared: error(
    "OperationInputOutputMisuse",
    (args: { trait: string; operations: readonly string[] }) =>
      `Shapes marked with the @${args.trait} trait cannot be used as ${args.trait} by multiple operations: ${ticked(args.operations)}`,
  ),
  member: error(
    "OperationInputOutputMisuse",
    (args: { trait: string; target: string }) =>
      `Members cannot target structures marked with the @${args.trait} trait: ${args.target}`,
  ),
  name: (property: string) =>
    warning(
      `OperationInputOutputName.${property}`,
      (args: { operation: string; target: string }) =>
        `The ${property} of this operation should target a shape that starts with the operation's name, '${args.operation}', but the targeted shape is \`${args.target}\``,
    ),
  ambiguous: warning(
    "OperationNameAmbiguity",
    (args: { property: string; operation: string; target: string }) =>
      `The name of this shape implies that it is the ${args.property} of ${args.operation}, but that operation uses ${args.target} for ${args.property}. This kind of ambiguity can confuse developers calling this operation and can cause issues in code generators that use similar naming conventions to generate ${args.property} types.`,
  ),
} as const;

const properties = ["input", "output"] as const;

/** A structure marked as input or output is used by one operation only. */
export const operationInputOutputMisuse: Rule = {
  name: "OperationInputOutputMisuse",
  *check({ model }) {
    const operations = model.shapesOfType("operation");
    for (const operation of operations) yield* checkCrossed(model, operation);
    for (const property of properties) {
      const trait = `smithy.api#${property}`;
      for (const [id, users] of groupBy(operations, (operation) => operation[property])) {
        const target = model.getShape(id);
        if (users.length < 2 || target?.traits.has(trait) !== true) continue;
        const args = { trait: property, operations: users.map((user) => user.id) };
        yield messages.shared(args, at(target));
      }
    }
    for (const member of model.shapesOfType("member")) {
      const target = model.getShape(member.target);
      for (const trait of properties) {
        if (target?.traits.has(`smithy.api#${trait}`) !== true) continue;
        yield messages.member({ trait, target: target.id }, at(member));
      }
    }
  },
};

function* checkCrossed(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  for (const [property, trait] of [
    ["input", "output"],
    ["output", "input"],
  ] as const) {
    const target = operation[property];
    if (model.getShape(target)?.traits.has(`smithy.api#${trait}`) !== true) continue;
    yield messages.crossed({ property, trait, target }, at(operation));
  }
}

/** The name of an input or output begins with the name of its operation. */
export const operationInputOutputName: Rule = {
  name: "OperationInputOutputName",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      for (const property of properties) {
        const target = operation[property];
        const isMarked = model.getShape(target)?.traits.has(`smithy.api#${property}`) === true;
        const name = shapeName(operation.id);
        if (!isMarked || shapeName(target).startsWith(name)) continue;
        yield messages.name(property)({ operation: name, target }, at(operation));
      }
    }
  },
};

const suffixes = [
  ["input", ["Input", "Request"]],
  ["output", ["Output", "Response"]],
] as const;

/**
 * A shape that is named like the input or output of an operation is the input or output of that
 * operation.
 */
export const operationNameAmbiguity: Rule = {
  name: "OperationNameAmbiguity",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      for (const [property, endings] of suffixes) {
        const target = operation[property];
        for (const ending of endings) {
          const id = `${shapeNamespace(operation.id)}#${shapeName(operation.id)}${ending}`;
          const shape = model.getShape(id);
          if (shape === undefined || id === target) continue;
          yield messages.ambiguous({ property, operation: operation.id, target }, at(shape));
        }
      }
    }
  },
};
