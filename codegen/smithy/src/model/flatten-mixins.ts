import { createModel } from "./create-model.js";
import type { MemberShape, Members, Model, Shape } from "./model.js";

const mixinTrait = "smithy.api#mixin";

/**
 * A model without mixins: what shapes have from them becomes their own, and the mixins go
 * (https://smithy.io/2.0/guides/smithy-build-json.html, `flattenAndRemoveMixins`).
 */
export function flattenMixins(model: Model): Model {
  const shapes = [...model.shapes.values()].flatMap((shape) =>
    isOfMixin(shape, model) ? [] : [flatten(shape)],
  );
  return createModel(shapes, model.metadata);
}

/** True for mixins and their members. */
function isOfMixin(shape: Shape, model: Model): boolean {
  const owner = shape.type === "member" ? model.getShape(shape.container) : shape;
  return owner?.traits.has(mixinTrait) === true;
}

function flatten(shape: Shape): Shape {
  const plain = { mixins: [], ownTraits: shape.traits };
  switch (shape.type) {
    case "member":
      return flattenMember(shape);
    case "list":
      return { ...shape, ...plain, member: flattenMember(shape.member) };
    case "map":
      return {
        ...shape,
        ...plain,
        key: flattenMember(shape.key),
        value: flattenMember(shape.value),
      };
    case "enum":
      return { ...shape, ...plain, members: flattenMembers(shape.members) };
    case "intEnum":
      return { ...shape, ...plain, members: flattenMembers(shape.members) };
    case "structure":
      return { ...shape, ...plain, members: flattenMembers(shape.members) };
    case "union":
      return { ...shape, ...plain, members: flattenMembers(shape.members) };
    case "operation":
      return { ...shape, ...plain, ownErrors: shape.errors };
    case "service": {
      const { version, operations, resources, errors, rename } = shape;
      const own = { version, operations, resources, errors, rename };
      return { ...shape, ...plain, own };
    }
    default:
      return { ...shape, ...plain };
  }
}

const flattenMember = (member: MemberShape): MemberShape => ({
  ...member,
  mixins: [],
  ownTraits: member.traits,
});

const flattenMembers = (members: Members): Members =>
  new Map([...members].map(([name, member]) => [name, flattenMember(member)]));
