import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticMapSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import { describe, expect, it } from "vitest";
import {
  Sentinel,
  asStructure,
  elementOf,
  entryValueOf,
  eventStreamOf,
  hasMembers,
  idOf,
  inputOf,
  isError,
  isList,
  isMap,
  isMember,
  isOperation,
  isOperationSchema,
  isSimple,
  isStreaming,
  isStructure,
  isUnion,
  isUnit,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  memberNamesOf,
  memberTargetOf,
  membersOf,
  outputOf,
  replaceMembers,
  replaceTraits,
  requiredCountOf,
  resolveSchema,
  structureOf,
  traitsOf,
  withMembers,
} from "../src/index.js";

const Names$: StaticListSchema = [1, "example", "Names", { sparse: 1 }, Sentinel.string];
const Counts$: StaticMapSchema = [2, "example", "Counts", 0, Sentinel.string, Sentinel.number];
const Thing$: StaticStructureSchema = [
  3,
  "example",
  "Thing",
  0,
  ["name", "names"],
  [[Sentinel.string, 1], () => Names$],
  1,
];
const Choice$: StaticUnionSchema = [4, "example", "Choice", 0, ["thing"], [() => Thing$]];
const Events$: StaticUnionSchema = [4, "example", "Events", { streaming: 1 }, ["thing"], [Thing$]];
const Fault$: StaticErrorSchema = [-3, "example", "Fault", { error: "client" }, ["x"], [0], 1];
const Call$: StaticOperationSchema = [9, "example", "Call", 2, () => Thing$, "unit"];

describe("kind predicates", () => {
  it("accept only tuples of one kind", () => {
    const all = [Sentinel.string, Names$, Counts$, Thing$, Choice$, Fault$, Call$] as const;
    const accepted = [isList, isMap, isStructure, isUnion, isError, isOperation].map((isKind) =>
      all.filter((schema) => isKind(schema)),
    );
    expect(accepted).toEqual([[Names$], [Counts$], [Thing$], [Choice$], [Fault$], [Call$]]);
    expect(all.filter(hasMembers)).toEqual([Thing$, Choice$, Fault$]);
    expect(isSimple([0, "example", "Text", 8, Sentinel.string])).toBe(true);
  });

  it("reject sentinels that equal the number of a tuple kind", () => {
    expect(isList(1)).toBe(false);
    expect(isUnion(Sentinel.timestamp)).toBe(false);
  });

  it("recognize an operation schema among values of any type", () => {
    expect([Call$, Thing$, undefined, 9, {}].map(isOperationSchema)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("schema accessors", () => {
  it("read the parts of each kind of schema", () => {
    expect(idOf(Thing$)).toBe("example#Thing");
    expect(listMemberOf(Names$)).toBe(Sentinel.string);
    expect([mapKeyOf(Counts$), mapValueOf(Counts$)]).toEqual([Sentinel.string, Sentinel.number]);
    expect(memberNamesOf(Thing$)).toEqual(["name", "names"]);
    expect([requiredCountOf(Thing$), requiredCountOf([3, "", "None", 0, [], []])]).toEqual([1, 0]);
    expect([inputOf(Call$), outputOf(Call$)]).toEqual([expect.any(Function), "unit"]);
  });

  it("decode traits that are encoded as bits", () => {
    expect(traitsOf(Call$)).toEqual({ idempotent: 1 });
    expect(traitsOf(Fault$)).toEqual({ error: "client" });
  });
});

describe("functions over members", () => {
  it("return members as pairs of a name and a reference", () => {
    const [[name, reference] = []] = membersOf(Thing$);
    expect(name).toBe("name");
    expect(reference !== undefined && isMember(reference) && memberTargetOf(reference)).toBe(0);
  });

  it("throw an error that names a member without a target", () => {
    const broken: StaticStructureSchema = [3, "example", "Broken", 0, ["a"], []];
    expect(() => membersOf(broken)).toThrow("example#Broken has no target for the member a");
  });

  it("remove or replace members without changing the original schema", () => {
    expect(memberNamesOf(withMembers(Thing$, (name) => name === "names"))).toEqual(["names"]);
    expect(isError(replaceMembers(Fault$, [["y", 1]]))).toBe(true);
    expect(memberNamesOf(Fault$)).toEqual(["x"]);
  });
});

describe("elementOf and entryValueOf", () => {
  it("read the elements of tuples and of sentinels", () => {
    expect(elementOf(Names$)).toBe(Sentinel.string);
    expect(elementOf(Sentinel.list + Sentinel.blob)).toBe(Sentinel.blob);
    expect(entryValueOf(Counts$)).toBe(Sentinel.number);
    expect(entryValueOf(Sentinel.map + Sentinel.number)).toBe(Sentinel.number);
  });

  it("return undefined for shapes other than lists and maps", () => {
    for (const other of [Thing$, Choice$, Counts$, Sentinel.streamingBlob, Sentinel.map]) {
      expect(elementOf(other)).toBeUndefined();
    }
    for (const other of [Thing$, Choice$, Names$, Sentinel.streamingBlob, Sentinel.list]) {
      expect(entryValueOf(other)).toBeUndefined();
    }
  });
});

describe("isStreaming", () => {
  it("accepts unions and blobs with the streaming trait, and the streaming blob sentinel", () => {
    expect(isStreaming(resolveSchema(Events$))).toBe(true);
    expect(isStreaming(resolveSchema([Sentinel.blob, { streaming: 1 }]))).toBe(true);
    expect(isStreaming(resolveSchema(Sentinel.streamingBlob))).toBe(true);
    expect(isStreaming(resolveSchema(Choice$))).toBe(false);
    expect(isStreaming(resolveSchema(Sentinel.blob))).toBe(false);
  });
});

describe("resolveSchema", () => {
  it("lets traits of members override traits of their targets", () => {
    const resolved = resolveSchema([() => [0, "example", "Secret", 8, Sentinel.string], 1]);
    expect(resolved).toEqual({
      schema: Sentinel.string,
      traits: { sensitive: 1, httpLabel: 1 },
      memberTraits: { httpLabel: 1 },
    });
  });

  it("resolves unit to the empty structure", () => {
    expect(isUnit(structureOf(outputOf(Call$)))).toBe(true);
    expect(() => structureOf(Names$)).toThrow("Expected a structure schema.");
  });
});

describe("functions that derive schemas", () => {
  it("return the member that is an event stream", () => {
    const streaming = replaceMembers(Thing$, [
      ["choice", () => Choice$],
      ["events", () => Events$],
    ]);
    expect(eventStreamOf(streaming)?.[0]).toBe("events");
    expect(eventStreamOf(Thing$)).toBeUndefined();
  });

  it("keep the parts that they do not replace", () => {
    expect(asStructure(Fault$)).toEqual([
      3,
      "example",
      "Fault",
      { error: "client" },
      ["x"],
      [0],
      1,
    ]);
    const traits = { http: ["GET", "/", 200] } satisfies Parameters<typeof replaceTraits>[1];
    expect(replaceTraits(Call$, traits)).toEqual([
      9,
      "example",
      "Call",
      traits,
      inputOf(Call$),
      "unit",
    ]);
  });
});
