import {
  isNodeObject,
  loadModel,
  parseSelector,
  shapeName,
  shapeNamespace,
} from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import type { Random } from "../random.js";
import type { Draft, Json, JsonObject } from "./ast.js";
import { api, membersOf } from "./ast.js";
import type { DraftMaker } from "./draft-maker.js";
import { traitModel, traitShapes, traitValue } from "./trait-values.js";
import { anyText, plainText } from "./words.js";

/** Returns traits that fit nearly everywhere, with their values. */
function commonTraits(random: Random): readonly (readonly [id: string, value: Json])[] {
  return [
    [api("documentation"), anyText(random)],
    [api("documentation"), plainText(random)],
    [api("tags"), random.some(["x", "y", "z"], 0.5)],
    [api("deprecated"), random.chance(0.5) ? {} : { message: plainText(random), since: "1.0" }],
    [api("externalDocumentation"), { Home: "https://example.com" }],
    [api("since"), "1.0"],
    [api("internal"), {}],
    [api("unstable"), {}],
    [api("title"), plainText(random)],
    [api("sensitive"), {}],
    [
      api("suppress"),
      random.some(["UnstableTrait", "HttpMethodSemantics", "DeprecatedTrait", "*"], 0.5),
    ],
  ];
}

/** Adds traits to shapes and members: common traits, and any trait of any library. */
export function addTraits(maker: DraftMaker): void {
  const { random, draft } = maker;
  const ids = Object.keys(draft.shapes);
  if (ids.length === 0) return;
  const fitting = new FittingTargets(draft, random);
  const count = random.between(0, 6);
  for (let index = 0; index < count; index++) {
    const [id, value] = random.pick(commonTraits(random));
    fitting.traitsFor(id)[id] = value;
  }
  const rare = random.between(0, 5);
  for (let index = 0; index < rare; index++) {
    const { id } = random.pick(traitShapes());
    fitting.traitsFor(id)[id] = traitValue(id, draft.shapes, random);
  }
}

/** Returns the traits of a random shape or member. */
function traitsOfAny(draft: Draft, random: Random): JsonObject {
  const [, shape] = random.pick(Object.entries(draft.shapes));
  const places = [shape, ...membersOf(shape).map(([, member]) => member)];
  return (random.pick(places).traits ??= {});
}

/** Finds shapes and members that the selectors of traits allow. */
class FittingTargets {
  readonly #draft: Draft;
  readonly #random: Random;
  #model: Model | undefined;

  constructor(draft: Draft, random: Random) {
    this.#draft = draft;
    this.#random = random;
  }

  /**
   * Returns the traits of a shape or member to which the trait can be applied. Sometimes returns
   * those of any other shape or member.
   */
  traitsFor(traitId: string): JsonObject {
    const ids = this.#random.chance(0.03) ? [] : this.#selected(traitId);
    if (ids.length === 0) return traitsOfAny(this.#draft, this.#random);
    const [id = "", name = ""] = this.#random.pick(ids).split("$");
    const shape = this.#draft.shapes[id];
    const member = shape && membersOf(shape).find(([one]) => one === name)?.[1];
    return (((name === "" ? shape : member) ?? { traits: {} as JsonObject }).traits ??= {});
  }

  #selected(traitId: string): readonly string[] {
    const definition = traitModel().getShape(traitId)?.traits.get(api("trait"));
    const selector = isNodeObject(definition ?? null)
      ? (definition as JsonObject)["selector"]
      : "*";
    this.#model ??= loadModel([{ path: "a.json", text: astOf(this.#draft) }]).model;
    if (this.#model === undefined) return [];
    const own = this.#draft.shapes;
    return parseSelector(typeof selector === "string" ? selector : "*")
      .select(this.#model)
      .flatMap(({ id }) => (own[id.split("$")[0] ?? ""] === undefined ? [] : [id]));
  }
}

const astOf = ({ version, shapes }: Draft): string => JSON.stringify({ smithy: version, shapes });

/** Adds a definition of a trait, and applies the trait. */
export function addTraitDefinition(maker: DraftMaker): void {
  const { random, draft } = maker;
  const type = random.pick(["structure", "string", "integer", "list", "map", "boolean"]);
  const definition: JsonObject = {};
  if (random.chance(0.5))
    definition["selector"] = random.pick([
      "structure",
      ":is(string, structure)",
      "member",
      "*",
      "operation -[input]-> structure",
      "structure > member",
      "[trait|required]",
    ]);
  if (random.chance(0.1)) definition["structurallyExclusive"] = random.pick(["member", "target"]);
  if (random.chance(0.1)) definition["conflicts"] = [api("sensitive")];
  const id = maker.add(`my${type}Trait`, {
    type,
    traits: { [api("trait")]: definition },
    ...(type === "structure" && {
      members: {
        size: { target: api("Integer") },
        name: { target: api("String"), traits: { [api("required")]: {} } },
      },
    }),
    ...(type === "list" && { member: { target: api("String") } }),
    ...(type === "map" && { key: { target: api("String") }, value: { target: api("String") } }),
  });
  const values: Record<string, readonly Json[]> = {
    structure: [{ name: "a" }, { name: "b", size: 3 }, { size: 1 }],
    string: ["a", ""],
    integer: [1, 2.5],
    list: [["a"], []],
    map: [{ a: "b" }, {}],
    boolean: [true],
  };
  for (let uses = random.between(0, 3); uses > 0; uses--)
    traitsOfAny(draft, random)[id] = random.pick(values[type] ?? [{}]);
}

const selectors = [
  "*", "structure", "operation", "string", "member", ":is(structure, union)", "[trait|required]", "structure > member", "service ~> operation", "operation -[input, output]-> structure", ":not([trait|documentation])", "[id|namespace = example]", "list :test(> member > string)", "$ops(operation) structure", "[id|name ^= Get]", ":topdown([trait|internal])", "resource -[identifier]->", "structure :test(-[mixin]->)", ":root(-[member]->)", "[trait|tags|(values) = x]",
] as const; // prettier-ignore

/** Returns a selector. Most of them are valid. */
export const anySelector = (random: Random): string =>
  random.chance(0.97)
    ? random.pick(selectors)
    : random.pick(["structure >", "[trait|", ":foo(*)", ""]);

/** Adds suppressions, validators and other metadata. */
export function addMetadata(maker: DraftMaker): void {
  const { random, draft } = maker;
  const { metadata } = draft;
  if (random.chance(0.1))
    metadata["note"] = random.pick<Json>(["text", 1, [1, 2], { a: { b: [] } }, true, null]);
  if (random.chance(0.1))
    metadata["suppressions"] = [
      {
        id: random.pick(["UnreferencedShape", "HttpMethodSemantics", "*"]),
        namespace: random.pick(["*", ...maker.namespaces]),
        ...(random.chance(0.5) && { reason: "known" }),
      },
    ];
  if (random.chance(0.08))
    metadata["severityOverrides"] = [
      {
        id: random.pick(["UnreferencedShape", "HttpMethodSemantics", "DeprecatedShape"]),
        namespace: "*",
        severity: random.pick(["WARNING", "DANGER"]),
      },
    ];
  if (random.chance(0.25)) metadata["validators"] = [validator(random, Object.keys(draft.shapes))];
}

const linters: Record<string, JsonObject> = {
  AbbreviationName: { abbreviations: ["URL", "ID"] },
  CamelCase: { memberNames: "lower" },
  MissingDocumentation: {},
  InputOutputStructureReuse: {},
  MissingPaginatedTrait: {},
  ReservedWords: { reserved: [{ words: ["id", "*City*"], reason: "taken" }] },
  ShouldHaveUsedTimestamp: {},
  StandardOperationVerb: { verbs: ["Get", "Create"] },
  StutteredShapeName: {},
  RepeatedShapeName: {},
  UnreferencedShape: {},
  NoninclusiveTerms: {},
  MissingSensitiveTrait: {},
  ShapeIdConflict: {},
  MissingClientOptionalTrait: {},
  MissingIdempotencyToken: {},
};

function validator(random: Random, ids: readonly string[]): JsonObject {
  if (random.chance(0.4)) {
    const name = random.pick(["EmitEachSelector", "EmitEachSelector", "EmitNoneSelector"]);
    const selector = anySelector(random);
    return {
      name,
      id: random.pick(["Custom", "Custom.Sub"]),
      ...(random.chance(0.6) && {
        message: random.pick(["Found it", "Shape @{id|name} is here", "@{trait|required}"]),
      }),
      ...(random.chance(0.5) && { severity: random.pick(["NOTE", "WARNING", "DANGER", "ERROR"]) }),
      ...(random.chance(0.2) && { namespaces: [shapeNamespace(ids[0] ?? "a#b")] }),
      ...(random.chance(0.2) && { selector: "structure" }),
      configuration: { selector, ...(random.chance(0.1) && { bindToTrait: api("required") }) },
    };
  }
  const name = random.pick(Object.keys(linters));
  return {
    name,
    ...(random.chance(0.9) && { configuration: linters[name] ?? {} }),
    ...(random.chance(0.1) && { id: shapeName(ids[0] ?? "a#B") }),
  };
}
