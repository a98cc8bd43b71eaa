import type { Random } from "../random.js";
import type { AstMember, AstShape, Draft, Json, JsonObject } from "./ast.js";
import { api, idOf } from "./ast.js";
import { memberWord, noun } from "./words.js";

const simpleTypes = [
  "blob", "boolean", "string", "byte", "short", "integer", "long", "float", "double", "bigInteger", "bigDecimal", "timestamp", "document",
] as const; // prettier-ignore

const preludeTargets = [
  "String", "Integer", "Boolean", "Long", "Double", "Blob", "Timestamp", "Float", "Byte", "Short", "BigInteger", "BigDecimal", "Document",
] as const; // prettier-ignore
const primitiveTargets = ["PrimitiveInteger", "PrimitiveBoolean", "PrimitiveLong"] as const;

/** Grows a draft. Each method adds a shape and returns its id. */
export class DraftMaker {
  readonly draft: Draft;
  readonly random: Random;
  readonly namespaces: readonly string[];
  /** The ids of shapes that members may target. */
  readonly targets: string[] = [];
  readonly errors: string[] = [];
  /** The operations and resources that are not in a resource yet. */
  readonly operations: string[] = [];
  readonly resources: string[] = [];
  readonly services: string[] = [];
  readonly mixins: Record<string, string[]> = {};
  /** Choices that apply to the whole draft. */
  readonly shared: { http?: boolean } = {};

  constructor(random: Random) {
    this.random = random;
    const version = random.chance(0.8) ? "2.0" : "1.0";
    this.draft = { version, metadata: {}, shapes: {} };
    this.shared.http = random.chance(0.5);
    this.namespaces = random.chance(0.3) ? ["example.one", "example.two"] : ["example"];
  }

  get isVersion2(): boolean {
    return this.draft.version === "2.0";
  }

  /** Adds a shape under a name that no other shape has. */
  add(name: string, shape: AstShape): string {
    const namespace = this.random.pick(this.namespaces);
    let id = `${namespace}#${name}`;
    const taken = new Set(Object.keys(this.draft.shapes).map((other) => other.toLowerCase()));
    for (let count = 2; taken.has(id.toLowerCase()); count++) id = `${namespace}#${name}${count}`;
    this.draft.shapes[id] = shape;
    return id;
  }

  shape(id: string): AstShape {
    const shape = this.draft.shapes[id];
    if (shape === undefined) throw new Error(`${id} is missing.`);
    return shape;
  }

  /** Returns a target for a member. */
  target(): string {
    if (this.random.chance(this.isVersion2 ? 0.02 : 0.1))
      return api(this.random.pick(primitiveTargets));
    return this.random.chance(0.5) || this.targets.length === 0
      ? api(this.random.pick(preludeTargets))
      : this.random.pick(this.targets);
  }

  addSimple(): string {
    const { random } = this;
    const type = random.pick(simpleTypes);
    const traits: JsonObject = {};
    if (type === "string") {
      if (random.chance(0.2))
        traits[api("pattern")] = random.pick(["^[a-z]+$", "^\\d{3}$", "^a.*"]);
      if (random.chance(0.3)) traits[api("length")] = this.range(0, 20);
      if (random.chance(0.1)) traits[api("enum")] = this.oldEnum();
      if (random.chance(0.1)) traits[api("sensitive")] = {};
      if (random.chance(0.1)) traits[api("mediaType")] = "application/json";
    } else if (type === "timestamp") {
      if (random.chance(0.5))
        traits[api("timestampFormat")] = random.pick(["date-time", "epoch-seconds", "http-date"]);
    } else if (type === "blob") {
      if (random.chance(0.3)) traits[api("length")] = this.range(0, 20);
      if (random.chance(0.2)) traits[api("streaming")] = {};
    } else if (!/boolean|document/.test(type) && random.chance(0.3)) {
      traits[api("range")] = this.range(-5, 100);
    }
    if (!this.isVersion2 && random.chance(/string|blob|big|time|doc/.test(type) ? 0.02 : 0.3))
      traits[api("box")] = {};
    return this.addTarget(this.add(`${noun(random)}Value`, { type, traits }));
  }

  addTarget(id: string): string {
    this.targets.push(id);
    return id;
  }

  range(least: number, most: number): JsonObject {
    const { random } = this;
    const min = random.between(least, most);
    const max = random.between(min, most);
    const result: JsonObject = {};
    if (random.chance(0.7)) result["min"] = min;
    if (random.chance(0.7) || result["min"] === undefined) result["max"] = max;
    return result;
  }

  oldEnum(): Json {
    const isNamed = this.random.chance(0.8);
    return ["a", "b", "c"].map((value) => ({
      value,
      ...(isNamed && { name: value.toUpperCase() }),
      ...(this.random.chance(0.1) && { documentation: "A value" }),
    }));
  }

  addEnum(): string {
    const { random } = this;
    const isInteger = random.chance(0.3);
    const members: Record<string, AstMember> = {};
    const count = random.between(1, 4);
    for (let index = 0; index < count; index++) {
      const value = isInteger ? index + 1 : `value ${index}`;
      const isExplicit = isInteger || random.chance(0.6);
      members[`VALUE_${index}`] = {
        target: "smithy.api#Unit",
        ...(isExplicit && { traits: { [api("enumValue")]: value } }),
      };
    }
    const type = isInteger ? "intEnum" : "enum";
    return this.addTarget(this.add(`${noun(random)}Kind`, { type, members }));
  }

  addList(): string {
    const isSet = !this.isVersion2 && this.random.chance(0.4);
    const traits: JsonObject = {};
    if (this.random.chance(0.2)) traits[api("length")] = this.range(0, 10);
    if (this.random.chance(0.15)) traits[api("sparse")] = {};
    if (this.random.chance(0.1)) traits[api("uniqueItems")] = {};
    const type = isSet ? "set" : "list";
    const member = { target: isSet ? api("String") : this.target() };
    return this.addTarget(this.add(`${noun(this.random)}List`, { type, member, traits }));
  }

  addMap(): string {
    const traits: JsonObject = this.random.chance(0.15) ? { [api("sparse")]: {} } : {};
    const key = { target: api("String") };
    const shape = { type: "map", key, value: { target: this.target() }, traits };
    return this.addTarget(this.add(`${noun(this.random)}Map`, shape));
  }

  addUnion(): string {
    const members = this.members(1, 4, false);
    return this.addTarget(this.add(`${noun(this.random)}Choice`, { type: "union", members }));
  }

  addStructure(): string {
    const { random } = this;
    const shape: AstShape = { type: "structure", members: this.members(0, 6, true) };
    this.mixIn(shape, "structure");
    const id = this.add(noun(random), shape);
    if (random.chance(0.1)) {
      // A structure may contain itself if the value may be absent.
      shape.members = { ...shape.members, nested: { target: id } };
    }
    return this.addTarget(id);
  }

  addMixin(): string {
    const { random } = this;
    const type = random.pick([
      "structure",
      "structure",
      "structure",
      "union",
      "string",
      "list",
      "operation",
    ]);
    const shape: AstShape = { type, traits: { [api("mixin")]: {} } };
    if (type === "structure") shape.members = this.members(0, 3, true);
    if (type === "union") shape.members = this.members(1, 3, false);
    if (type === "list") shape.member = { target: this.target() };
    if (type === "operation" && this.errors.length > 0)
      shape.errors = [idOf(random.pick(this.errors))];
    this.mixIn(shape, type);
    const id = this.add(`${noun(random)}Mixin`, shape);
    (this.mixins[type] ??= []).push(id);
    return id;
  }

  /** Adds mixins to a shape. */
  mixIn(shape: AstShape, type: string): void {
    const known = this.mixins[type] ?? [];
    if (known.length === 0 || !this.random.chance(0.35)) return;
    const own = new Set(Object.keys(shape.members ?? {}));
    const taken = new Set<string>();
    const chosen = this.random.some(known, 0.4).filter((id) => {
      const names = this.allMembers(id);
      if (names.some((name) => own.has(name) || taken.has(name)) && !this.random.chance(0.1))
        return false;
      for (const name of names) taken.add(name);
      return true;
    });
    if (chosen.length > 0) shape.mixins = chosen.map(idOf);
    if (shape.type === "list" && chosen.length > 0) delete shape.member;
  }

  /** Returns the names of the members of a shape, including inherited members. */
  allMembers(id: string): readonly string[] {
    const shape = this.draft.shapes[id];
    if (shape === undefined) return [];
    const inherited = (shape.mixins ?? []).flatMap(({ target }) => this.allMembers(target));
    return [...inherited, ...Object.keys(shape.members ?? {})];
  }

  /** Creates members of a structure or union. */
  members(least: number, most: number, isStructure: boolean): Record<string, AstMember> {
    const { random } = this;
    const members: Record<string, AstMember> = {};
    const count = random.between(least, most);
    for (let index = 0; index < count; index++) {
      const name = memberWord(random);
      if (members[name] !== undefined) continue;
      const target = this.target();
      const traits: JsonObject = {};
      if (isStructure) {
        if (random.chance(0.25)) traits[api("required")] = {};
        const isPrimitive = target.startsWith(api("Primitive"));
        if (this.isVersion2 && random.chance(isPrimitive ? 0.95 : 0.2))
          this.addDefault(traits, target);
        if (!this.isVersion2 && random.chance(0.15) && this.canBeBoxed(target))
          traits[api("box")] = {};
        if (random.chance(0.05)) traits[api("clientOptional")] = {};
      }
      if (random.chance(0.05)) traits[api("jsonName")] = `json${name}`;
      if (random.chance(0.04)) traits[api("xmlName")] = `xml${name}`;
      if (random.chance(0.03) && /#(?:String|Integer|Boolean|Timestamp)$/.test(target))
        traits[api("xmlAttribute")] = {};
      members[name] = { target, traits };
    }
    return members;
  }

  /** Returns true for a number or a boolean. Returns true for other targets in rare cases, too. */
  canBeBoxed(target: string): boolean {
    const type = target.startsWith("smithy.api#")
      ? target.slice(11).replace("Primitive", "").toLowerCase()
      : (this.draft.shapes[target]?.type ?? "");
    const isNumber = /^(?:boolean|byte|short|integer|long|float|double)$/.test(type);
    return isNumber || this.random.chance(0.02);
  }

  /** Adds a default value to the traits of a member. Most of the time the value fits the target. */
  addDefault(traits: JsonObject, target: string): void {
    const { random } = this;
    const isPrelude = target.startsWith("smithy.api#");
    const type = (
      isPrelude ? target.slice(11) : (this.draft.shapes[target]?.type ?? "")
    ).toLowerCase();
    const value = ((): Json | undefined => {
      switch (type) {
        case "string":
          return random.pick(["", "abc"]);
        case "boolean":
        case "primitiveboolean":
          return false;
        case "integer":
        case "long":
        case "short":
        case "byte":
        case "biginteger":
        case "intenum":
          return random.pick([0, 1, 5]);
        case "primitiveinteger":
        case "primitivelong":
          return random.chance(0.9) ? 0 : 5;
        case "float":
        case "double":
        case "bigdecimal":
          return random.pick([0, 1.5]);
        case "list":
          return [];
        case "map":
          return {};
        case "document":
          return random.pick<Json>([[], {}, "", 0, false, null]);
        case "timestamp":
          return random.pick<Json>([0, "2020-01-01T00:00:00Z"]);
        case "blob":
          return random.pick(["", "YWJj"]);
        default:
          return random.chance(0.05) ? null : undefined;
      }
    })();
    if (value !== undefined) traits[api("default")] = value;
  }
}
