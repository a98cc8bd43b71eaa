import type { NodeValue, ShapeId } from "../model/model.js";
import type { AstReader } from "./ast-reader.js";
import {
  lifecycles,
  type MemberDefinition,
  type ShapeDefinition,
  type ShapeProperties,
  type Version,
} from "./definitions.js";
import { definedType } from "./collect-idl-shape.js";
import { loadMessages } from "./load-messages.js";

type NodeObject = { readonly [key: string]: NodeValue };

/** One entry of `shapes`, or nothing where its type is none. */
export function collectAstShape(
  id: ShapeId,
  node: NodeObject,
  version: Version,
  reader: AstReader,
): ShapeDefinition | undefined {
  const word = reader.string(node["type"], `\`type\` of \`${id}\``) ?? "";
  const type = definedType(word);
  if (!type) {
    reader.report(loadMessages.unknownShapeType, { type: word }, id);
    return undefined;
  }
  const span = reader.spanOf(id);
  const implied = { id: "smithy.api#uniqueItems", value: {}, implied: true, span };
  const traits = reader.traits(node["traits"], id);
  return {
    type,
    id,
    version,
    span,
    traits: word === "set" ? [...traits, implied] : traits,
    mixins: (reader.references(node["mixins"], `\`mixins\` of \`${id}\``) ?? []).map((mixin) => ({
      id: mixin,
      span,
    })),
    members: collectMembers(id, node, reader),
    properties: collectProperties(id, word, node, reader),
  };
}

function collectMembers(
  id: ShapeId,
  node: NodeObject,
  reader: AstReader,
): readonly MemberDefinition[] {
  const named = (["member", "key", "value"] as const).flatMap((name) => {
    const value = node[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const members = [...named, ...reader.entries(node["members"], `\`members\` of \`${id}\``)];
  return members.flatMap(([name, value]): MemberDefinition[] => {
    const memberId = `${id}$${name}`;
    const object = reader.object(value, `member \`${memberId}\``);
    if (!object) return [];
    const target = reader.reference(object, `member \`${memberId}\``);
    if (target === undefined) return [];
    const traits = reader.traits(object["traits"], memberId);
    return [{ name, target, traits, span: reader.spanOf(memberId) }];
  });
}

type Writable<Type> = { -readonly [Key in keyof Type]: Exclude<Type[Key], undefined> };

function collectProperties(
  id: ShapeId,
  type: string,
  node: NodeObject,
  reader: AstReader,
): ShapeProperties {
  const properties: Partial<Writable<ShapeProperties>> = {};
  const what = (key: string) => `\`${key}\` of \`${id}\``;
  const list = (key: "operations" | "resources" | "errors" | "collectionOperations") => {
    const ids = reader.references(node[key], what(key));
    if (ids) properties[key] = ids;
  };
  if (type === "operation") {
    for (const key of ["input", "output"] as const) {
      const target = reader.reference(node[key], what(key));
      if (target !== undefined) properties[key] = target;
    }
    list("errors");
  } else if (type === "service") {
    const version = reader.string(node["version"], what("version"));
    if (version !== undefined) properties.version = version;
    for (const key of ["operations", "resources", "errors"] as const) list(key);
    const renames = reader.entries(node["rename"], what("rename")).flatMap(([shape, name]) => {
      const renamed = reader.string(name, what("rename"));
      return renamed === undefined ? [] : [[shape, renamed] as const];
    });
    if (renames.length > 0) properties.rename = new Map(renames);
  } else if (type === "resource") {
    for (const key of ["identifiers", "properties"] as const) {
      const map = reader.referenceMap(node[key], what(key));
      if (map) properties[key] = map;
    }
    const lifecycle = lifecycles.flatMap((key) => {
      const target = reader.reference(node[key], what(key));
      return target === undefined ? [] : [[key, target] as const];
    });
    if (lifecycle.length > 0) properties.lifecycle = new Map(lifecycle);
    for (const key of ["operations", "collectionOperations", "resources"] as const) list(key);
  }
  return properties;
}
