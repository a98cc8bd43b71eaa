import type { Model, OperationShape, StructureShape } from "../../model/model.js";
import { error } from "../event.js";
import { structureOf } from "../identifier-bindings.js";
import { at, type Rule } from "../rule.js";

const unbound = error(
  "HttpPayload",
  (args: { members: readonly string[] }) =>
    `A member of this structure is marked with the \`httpPayload\` trait, but the following structure members are not explicitly bound to the HTTP message: ${[...args.members].sort().join(", ")}`,
);

const bindings = [
  "smithy.api#httpPayload",
  "smithy.api#httpLabel",
  "smithy.api#httpQuery",
  "smithy.api#httpQueryParams",
  "smithy.api#httpHeader",
  "smithy.api#httpPrefixHeaders",
  "smithy.api#httpResponseCode",
  "smithy.api#hostLabel",
];

/** Where one member is the body, the others go elsewhere. */
export const httpPayload: Rule = {
  name: "HttpPayload",
  *check({ model }) {
    const structures = new Set<StructureShape>();
    for (const operation of model.shapesOfType("operation")) {
      if (!operation.traits.has("smithy.api#http")) continue;
      for (const structure of messagesOf(model, operation)) structures.add(structure);
    }
    for (const structure of structures) {
      const members = [...structure.members.values()];
      if (!members.some(({ traits }) => traits.has("smithy.api#httpPayload"))) continue;
      const loose = members.filter(({ traits }) => !bindings.some((trait) => traits.has(trait)));
      if (loose.length > 0)
        yield unbound({ members: loose.map(({ name }) => name) }, at(structure));
    }
  },
};

const messagesOf = (model: Model, operation: OperationShape): readonly StructureShape[] =>
  [operation.input, operation.output, ...operation.errors].flatMap(
    (id) => structureOf(model.getShape(id)) ?? [],
  );
