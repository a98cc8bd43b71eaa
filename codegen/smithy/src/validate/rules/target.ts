import { article } from "../../diagnostics/article.js";
import { defineMessage } from "../../diagnostics/define-message.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, Shape, ShapeId } from "../../model/model.js";
import { errorTrait, hasTrait, mixinTrait, traitTrait } from "../../traits/index.js";
import { at, type Rule } from "../rule.js";
import { referencesOf } from "../references.js";
import { typed } from "../shape-text.js";
import { similarShapes } from "../similar-shapes.js";

const error = <Arguments>(text: (args: Arguments) => string) =>
  defineMessage({ code: "Target", severity: "ERROR", text });

const messages = {
  unresolved: defineMessage({
    code: "Target.UnresolvedShape",
    severity: "ERROR",
    text: (args: {
      type: string;
      relationship: string;
      target: string;
      similar: readonly string[];
    }) => {
      const what =
        args.relationship === ""
          ? `${args.type} shape targets an unresolved shape`
          : `${args.type} shape has ${article(args.relationship)} \`${args.relationship}\` relationship to an unresolved shape`;
      const hint = args.similar.length > 0 ? `. Did you mean ${args.similar.join(", ")}?` : "";
      return `${what} \`${args.target}\`${hint}`;
    },
  }),
  memberOf: error(
    (args: { target: Shape }) =>
      `Members cannot target ${args.target.type} shapes, but found ${typed(args.target)}`,
  ),
  mapKey: error(
    (args: { target: Shape }) =>
      `Map key member targets ${typed(args.target)}, but is expected to target a string`,
  ),
  relationship: error(
    (args: { type: string; relationship: string; expected: string; target: Shape }) =>
      `${args.type} shape \`${args.relationship}\` relationships must target a ${args.expected} shape, but found ${typed(args.target)}`,
  ),
  lifecycle: error(
    (args: { relationship: string; target: Shape }) =>
      `Resource ${args.relationship} lifecycle operation must target an operation, but found ${typed(args.target)}`,
  ),
  errorAsMessage: error(
    (args: { relationship: string; target: ShapeId }) =>
      `Operation ${args.relationship} targets an invalid structure \`${args.target}\` that is marked with the \`error\` trait.`,
  ),
  noError: error(
    (args: { target: ShapeId }) =>
      `\`${args.target}\` cannot be bound as an error because it is not marked with the \`error\` trait.`,
  ),
  mixin: error(
    (args: { relationship: string; target: ShapeId }) =>
      `Illegal ${args.relationship} reference to mixin \`${args.target}\`; shapes marked with the mixin trait can only be referenced to apply them as a mixin.`,
  ),
  trait: error(
    (args: { relationship: string; target: ShapeId }) =>
      `Found a ${args.relationship} reference to trait definition \`${args.target}\`. Trait definitions cannot be targeted by members or referenced by shapes in any other context other than applying them as traits.`,
  ),
} as const;

/** The type that each relationship asks of what it leads to. */
const expectedTypes: Readonly<Record<string, string>> = {
  input: "structure",
  output: "structure",
  error: "structure",
  operation: "operation",
  collectionOperation: "operation",
  resource: "resource",
  identifier: "string",
};

const notTargets: ReadonlySet<string> = new Set(["service", "resource", "operation", "member"]);

const lifecycle: ReadonlySet<string> = new Set([
  "create",
  "put",
  "read",
  "update",
  "delete",
  "list",
]);

/** Shapes refer to shapes that exist and that are of the right kind. */
export const target: Rule = {
  name: "Target",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      for (const [relationship, id] of referencesOf(shape)) {
        const found = model.getShape(id);
        if (found === undefined) {
          const similar = similarShapes(model, id);
          const args = { type: shape.type, relationship, target: id, similar };
          yield messages.unresolved(args, at(shape));
        } else if (relationship !== "mixin") {
          yield* checkTarget(model, shape, relationship, found);
        }
      }
    }
  },
};

function* checkTarget(
  model: Model,
  shape: Shape,
  relationship: string,
  found: Shape,
): Iterable<Diagnostic> {
  const name = shape.type === "member" ? "MEMBER_TARGET" : snake(relationship);
  if (hasTrait(found, traitTrait)) {
    yield messages.trait({ relationship: name, target: found.id }, at(shape));
    return;
  }
  if (hasTrait(found, mixinTrait)) {
    yield messages.mixin({ relationship: name, target: found.id }, at(shape));
    return;
  }
  if (shape.type === "member") {
    yield* checkMemberTarget(model, shape, found);
    return;
  }
  if (lifecycle.has(relationship)) {
    if (found.type !== "operation") {
      yield messages.lifecycle({ relationship, target: found }, at(shape));
    }
    return;
  }
  if (relationship === "property" && notTargets.has(found.type)) {
    yield messages.memberOf({ target: found }, at(shape));
    return;
  }
  const expected = expectedTypes[relationship];
  if (expected === undefined) return;
  const isString = expected === "string" && found.type === "enum";
  if (found.type !== expected && !isString) {
    const args = { type: shape.type, relationship, expected, target: found };
    yield messages.relationship(args, at(shape));
  } else if (relationship === "error") {
    if (!hasTrait(found, errorTrait)) {
      yield messages.noError({ target: found.id }, at(shape));
    }
  } else if (expected === "structure" && hasTrait(found, errorTrait)) {
    yield messages.errorAsMessage({ relationship, target: found.id }, at(shape));
  }
}

function* checkMemberTarget(
  model: Model,
  member: Shape & { readonly type: "member" },
  found: Shape,
): Iterable<Diagnostic> {
  if (notTargets.has(found.type)) {
    yield messages.memberOf({ target: found }, at(member));
    return;
  }
  const container = model.getShape(member.container);
  if (container?.type === "map" && member.name === "key") {
    if (found.type !== "string" && found.type !== "enum") {
      yield messages.mapKey({ target: found }, at(container));
    }
  }
}

const snake = (word: string): string =>
  word.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
