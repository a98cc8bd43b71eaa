import type { MemberDraft, ShapeDraft, TraitDraft } from "../load/shape-draft.js";
import type { Model, NodeValue, ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { editModel } from "./edit-model.js";
import { mapProperties } from "./map-properties.js";

/**
 * Renames shapes and updates every reference to them: targets, bindings, mixins, traits that they
 * define, and shape ids as text in trait values and metadata. Members are renamed with their
 * shapes.
 */
export function renameShapesIn(model: Model, renamed: ReadonlyMap<ShapeId, ShapeId>): Model {
  if (renamed.size === 0) return model;
  const map = (id: ShapeId): ShapeId => {
    const member = id.indexOf("$");
    if (member === -1) return renamed.get(id) ?? id;
    return (renamed.get(id.slice(0, member)) ?? id.slice(0, member)) + id.slice(member);
  };
  const mapTraits = (traits: ReadonlyMap<ShapeId, TraitDraft>) =>
    new Map(
      [...traits].map(([id, trait]) => [map(id), { ...trait, value: mapText(trait.value, map) }]),
    );
  const mapMember = (member: MemberDraft): MemberDraft => ({
    ...member,
    id: map(member.id),
    target: member.target === undefined ? undefined : map(member.target),
    traits: new Map(),
    ownTraits: mapTraits(member.ownTraits),
  });
  const mapShape = (shape: ShapeDraft): ShapeDraft => {
    const properties = mapProperties(shape.ownProperties, map);
    return {
      ...shape,
      id: map(shape.id),
      traits: new Map(),
      ownTraits: mapTraits(shape.ownTraits),
      members: new Map([...shape.members].map(([name, member]) => [name, mapMember(member)])),
      mixins: shape.mixins.map(({ id, span }) => ({ id: map(id), span })),
      properties,
      ownProperties: properties,
    };
  };
  const metadata = Object.fromEntries(
    Object.entries(model.metadata).map(([key, value]) => [key, mapText(value, map)]),
  );
  return editModel(
    model,
    (draft) => {
      const shapes = [...draft.shapes.values()].map(mapShape);
      draft.shapes.clear();
      for (const shape of shapes) draft.shapes.set(shape.id, shape);
      const pending = [...draft.memberTraits];
      draft.memberTraits.clear();
      for (const [id, { traits, span }] of pending) {
        draft.memberTraits.set(map(id), { traits: mapTraits(traits), span });
      }
    },
    { metadata },
  );
}

function mapText(value: NodeValue, map: (text: string) => string): NodeValue {
  if (typeof value === "string") return value.includes("#") ? map(value) : value;
  if (isNodeArray(value)) return Object.freeze(value.map((item) => mapText(item, map)));
  if (!isNodeObject(value)) return value;
  return Object.freeze(
    Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key.includes("#") ? map(key) : key,
        mapText(item, map),
      ]),
    ),
  );
}
