import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel } from "../../src/index.js";
import type { MemberShape, Model, Shape } from "../../src/index.js";
import { describeCorpus, errorsOf, filesBelow, readSource } from "./corpus.js";

describeCorpus("loader/valid/mixins", (folder) => {
  for (const name of filesBelow(folder, ".flattened.smithy")) {
    it(`flattens mixins to the model of ${name}`, () => {
      const path = join(folder, name);
      const mixed = loadModel([readSource(path.replace(".flattened", ""))]);
      const flattened = loadModel([readSource(path)]);
      expect([...errorsOf(mixed), ...errorsOf(flattened)]).toEqual([]);
      expect(mixed.model && describeModel(mixed.model)).toEqual(
        flattened.model && describeModel(flattened.model),
      );
    });
  }
});

/** Describes everything in a model except its mixins. */
const describeModel = (model: Model) =>
  [...model.shapes.values()]
    .filter((shape) => !shape.id.startsWith("smithy.api#"))
    .filter((shape) => shape.type !== "member" && !shape.traits.has("smithy.api#mixin"))
    .map(describeShape);

function describeShape(shape: Shape): unknown {
  const { span: _span, mixins: _mixins, ownTraits: _ownTraits, traits, ...rest } = shape;
  const plain = "own" in rest ? { ...rest, own: undefined } : { ...rest, ownErrors: undefined };
  const members = "members" in shape ? [...shape.members.values()].map(describeMember) : [];
  return { ...plain, ...describeNamed(shape), members, traits: [...traits] };
}

const describeNamed = (shape: Shape) => ({
  member: "member" in shape ? describeMember(shape.member) : undefined,
  key: "key" in shape ? describeMember(shape.key) : undefined,
  value: "value" in shape ? describeMember(shape.value) : undefined,
});

const describeMember = ({ id, target, traits }: MemberShape) => ({
  id,
  target,
  traits: [...traits],
});
