import { requiredTrait } from "@tinsmith/smithy/traits";
import type { Random } from "../random.js";
import type { AstMember, AstShape, Draft, Json, JsonObject } from "./ast.js";
import { api, lifecycles, membersOf } from "./ast.js";
import { traitShapes, traitValue } from "./trait-values.js";
import { anyText } from "./words.js";

/** Makes one change in a draft. */
export function mutateDraft(draft: Draft, random: Random): Draft {
  const changed = structuredClone(draft);
  for (let attempt = 0; attempt < 20; attempt++) {
    if (random.pick(mutations)(changed, random)) return changed;
  }
  return changed;
}

/** Returns false if there is nothing to change. */
type Mutation = (draft: Draft, random: Random) => boolean;

function anyShape(draft: Draft, random: Random): [string, AstShape] | undefined {
  const entries = Object.entries(draft.shapes);
  return entries.length === 0 ? undefined : random.pick(entries);
}

function anyMember(draft: Draft, random: Random): AstMember | undefined {
  const members = Object.values(draft.shapes).flatMap((shape) => membersOf(shape));
  return members.length === 0 ? undefined : random.pick(members)[1];
}

/** Returns all shapes and members, because they have traits. */
const holders = (draft: Draft): { traits?: JsonObject }[] =>
  Object.values(draft.shapes).flatMap((shape) => [
    shape,
    ...membersOf(shape).map(([, one]) => one),
  ]);

const anyId = (draft: Draft, random: Random): string =>
  random.chance(0.9)
    ? random.pick([...Object.keys(draft.shapes), api("String"), api("Unit"), api("Integer")])
    : random.pick([
        "example#Missing",
        "other.place#Thing",
        "bad id",
        "example#City$name",
        requiredTrait.id,
      ]);

const mutations: readonly Mutation[] = [
  retarget, retarget, dropShape, dropMember, addMember, renameMember, changeType, dropTrait, dropTrait, addTrait, addTrait, moveTrait, changeValue, changeValue, changeValue, changeReference, changeReference, dropReference, addMixin, swapVersion, applyToAny, renameShape, changeMetadata, addRename,
]; // prettier-ignore

function retarget(draft: Draft, random: Random): boolean {
  const member = anyMember(draft, random);
  if (member === undefined) return false;
  member.target = anyId(draft, random);
  return true;
}

function dropShape(draft: Draft, random: Random): boolean {
  const found = anyShape(draft, random);
  if (found === undefined) return false;
  return delete draft.shapes[found[0]];
}

function dropMember(draft: Draft, random: Random): boolean {
  const [, shape] = anyShape(draft, random) ?? [];
  if (shape === undefined) return false;
  const names = Object.keys(shape.members ?? {});
  if (names.length > 0) return delete shape.members?.[random.pick(names)];
  const fixed = (["member", "key", "value"] as const).filter((name) => shape[name]);
  return fixed.length > 0 && delete shape[random.pick(fixed)];
}

function addMember(draft: Draft, random: Random): boolean {
  const [, shape] = anyShape(draft, random) ?? [];
  if (shape?.members === undefined) return false;
  shape.members[random.pick(["added", "NAME", "_x", "bad-name", "member", "Name"])] = {
    target: anyId(draft, random),
  };
  return true;
}

function renameMember(draft: Draft, random: Random): boolean {
  const [, shape] = anyShape(draft, random) ?? [];
  const names = Object.keys(shape?.members ?? {});
  if (shape?.members === undefined || names.length === 0) return false;
  const name = random.pick(names);
  const member = shape.members[name];
  if (member === undefined) return false;
  delete shape.members[name];
  shape.members[random.pick([name.toUpperCase(), `${name}2`, "other"])] = member;
  return true;
}

const types = [
  "structure", "union", "list", "map", "set", "string", "integer", "enum", "intEnum", "operation", "service", "resource", "blob", "timestamp", "unknown", "boolean", "document",
]; // prettier-ignore

function changeType(draft: Draft, random: Random): boolean {
  const [, shape] = anyShape(draft, random) ?? [];
  if (shape === undefined) return false;
  shape.type = random.pick(types);
  return true;
}

function dropTrait(draft: Draft, random: Random): boolean {
  const places = holders(draft).filter(({ traits }) => Object.keys(traits ?? {}).length > 0);
  if (places.length === 0) return false;
  const { traits } = random.pick(places);
  return delete traits?.[random.pick(Object.keys(traits))];
}

function addTrait(draft: Draft, random: Random): boolean {
  const places = holders(draft);
  if (places.length === 0) return false;
  const id = random.pick(traitShapes()).id;
  const value = traitValue(id, draft.shapes, random);
  (random.pick(places).traits ??= {})[random.chance(0.95) ? id : "example#unknownTrait"] = value;
  return true;
}

/** Copies a trait to another place. */
function moveTrait(draft: Draft, random: Random): boolean {
  const places = holders(draft);
  const sources = places.filter(({ traits }) => Object.keys(traits ?? {}).length > 0);
  if (sources.length === 0) return false;
  const { traits = {} } = random.pick(sources);
  const id = random.pick(Object.keys(traits));
  (random.pick(places).traits ??= {})[id] = structuredClone(traits[id] ?? {});
  return true;
}

/** Changes a part of the value of a trait. */
function changeValue(draft: Draft, random: Random): boolean {
  const sources = holders(draft).filter(({ traits }) => Object.keys(traits ?? {}).length > 0);
  if (sources.length === 0) return false;
  const { traits = {} } = random.pick(sources);
  const id = random.pick(Object.keys(traits));
  traits[id] = changed(traits[id] ?? null, random);
  return true;
}

function changed(value: Json, random: Random): Json {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    const at = random.between(0, value.length - 1);
    if (random.chance(0.2)) return [...value, value[at] ?? null];
    return value.map((item, index) => (index === at ? changed(item, random) : item));
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const keys = Object.keys(value);
    if (keys.length > 0 && random.chance(0.85)) {
      const key = random.pick(keys);
      const { [key]: inner, ...others } = value;
      if (random.chance(0.15)) return others;
      if (random.chance(0.1)) return { ...others, [`${key}x`]: inner ?? null };
      return { ...value, [key]: changed(inner ?? null, random) };
    }
  }
  if (typeof value === "string" && random.chance(0.6)) {
    const at = random.between(0, value.length);
    return (
      value.slice(0, at) +
      random.pick(["", "x", "{", "}", "/", "?", " ", "#", "$", "A", "0", "\\"]) +
      value.slice(at + 1)
    );
  }
  if (typeof value === "number" && random.chance(0.6))
    return random.pick([value + 1, -value, value * 1000, value + 0.5, 0]);
  return random.pick<Json>([null, true, 0, -1, "", anyText(random), [], {}, ["a"], { a: 1 }]);
}

const lists = ["operations", "resources", "errors", "collectionOperations", "mixins"] as const;

/** Changes a reference of a service, resource or operation. */
function changeReference(draft: Draft, random: Random): boolean {
  const shapes = Object.values(draft.shapes).filter(({ type }) =>
    /^(?:service|resource|operation)$/.test(type),
  );
  if (shapes.length === 0) return false;
  const shape = random.pick(shapes);
  const id = anyId(draft, random);
  if (shape.type === "operation") shape[random.pick(["input", "output"] as const)] = { target: id };
  else if (shape.type === "resource" && random.chance(0.6)) {
    if (random.chance(0.5)) shape[random.pick(lifecycles)] = { target: id };
    else (shape.identifiers ??= {})[random.pick(["id", "cityId", "other"])] = { target: id };
  } else
    (shape[random.pick(lists.slice(0, shape.type === "service" ? 3 : 2))] ??= []).push({
      target: id,
    });
  return true;
}

function dropReference(draft: Draft, random: Random): boolean {
  const keys = [
    ...lists,
    ...lifecycles,
    "identifiers",
    "properties",
    "version",
    "input",
    "output",
    "rename",
  ] as const;
  const [, shape] = anyShape(draft, random) ?? [];
  const present = keys.filter((key) => shape?.[key] !== undefined);
  if (shape === undefined || present.length === 0) return false;
  return delete shape[random.pick(present)];
}

function addMixin(draft: Draft, random: Random): boolean {
  const [, shape] = anyShape(draft, random) ?? [];
  if (shape === undefined) return false;
  (shape.mixins ??= []).push({ target: anyId(draft, random) });
  return true;
}

function swapVersion(draft: Draft, random: Random): boolean {
  if (!random.chance(0.5)) return false;
  draft.version = draft.version === "1.0" ? "2.0" : "1.0";
  return true;
}

function applyToAny(draft: Draft, random: Random): boolean {
  const trait = random.pick(["documentation", "sensitive", "required", "tags", "deprecated"]);
  const value: Json = trait === "documentation" ? "Applied" : trait === "tags" ? ["applied"] : {};
  const id = anyId(draft, random);
  if (draft.shapes[id] !== undefined || id.includes(" ")) return false;
  draft.shapes[id] = { type: "apply", traits: { [api(trait)]: value } };
  return true;
}

function renameShape(draft: Draft, random: Random): boolean {
  const [id, shape] = anyShape(draft, random) ?? [];
  if (id === undefined || shape === undefined) return false;
  delete draft.shapes[id];
  draft.shapes[random.pick([id.toUpperCase(), `${id}2`, id.replace("#", "#my")])] = shape;
  return true;
}

function changeMetadata(draft: Draft, random: Random): boolean {
  const keys = Object.keys(draft.metadata);
  if (keys.length === 0) return false;
  const key = random.pick(keys);
  draft.metadata[key] = changed(draft.metadata[key] ?? null, random);
  return true;
}

function addRename(draft: Draft, random: Random): boolean {
  const services = Object.values(draft.shapes).filter(({ type }) => type === "service");
  if (services.length === 0) return false;
  random.pick(services).rename = {
    [anyId(draft, random)]: random.pick(["Renamed", "City", "renamed", "a b"]),
  };
  return true;
}
