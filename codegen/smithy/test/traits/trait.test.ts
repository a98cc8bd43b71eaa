import { describe, expect, expectTypeOf, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import type { NodeValue } from "../../src/model/model.js";
import {
  arnTrait,
  batchTrait,
  clientOptionalTrait,
  conditionsTrait,
  corsTrait,
  documentationTrait,
  endpointRuleSetTrait,
  enumTrait,
  errorTrait,
  hasTrait,
  httpChecksumTrait,
  httpTrait,
  paginatedTrait,
  rangeTrait,
  requiredTrait,
  sigv4Trait,
  tagsTrait,
  trait,
  waitableTrait,
} from "../../src/traits/index.js";
import type { TraitDescriptor } from "../../src/traits/index.js";

function modelOf(text: string) {
  const { model } = loadModel([{ path: "test.smithy", text: `$version: "2.0"\n${text}` }]);
  if (model === undefined) throw new Error("The model cannot be loaded");
  return model;
}

/** Applies a value as a trait and reads it with the accessor. */
function read<Value extends NodeValue>(descriptor: TraitDescriptor<Value>, value: NodeValue) {
  return trait(new Map([[descriptor.id, value]]), descriptor);
}

describe("trait", () => {
  const model = modelOf(`
    namespace ns
    @http(method: "GET", uri: "/a")
    operation Get { input := { @required a: String } }`);
  const operation = model.expectShape("ns#Get", "operation");
  const member = model.expectShape("ns#GetInput$a", "member");

  it("returns the value of a trait with its type", () => {
    const http = trait(operation, httpTrait);
    expect(http).toEqual({ method: "GET", uri: "/a" });
    expectTypeOf(http?.method).toEqualTypeOf<string | undefined>();
    expectTypeOf(http?.code).toEqualTypeOf<number | undefined>();
  });

  it("returns the value of an annotation", () => {
    expect(trait(member, requiredTrait)).toEqual({});
  });

  it("returns undefined for an absent trait and an absent shape", () => {
    expect(trait(operation, paginatedTrait)).toBeUndefined();
    expect(trait(model.getShape("ns#Missing"), httpTrait)).toBeUndefined();
  });

  it("reads a trait from a shape or from a map of traits", () => {
    expect(trait(operation.traits, httpTrait)).toBe(trait(operation, httpTrait));
    expect(hasTrait(member.traits, requiredTrait)).toBe(true);
  });

  it("reports misspelled members and enum values as type errors", () => {
    const http = trait(operation, httpTrait);
    // @ts-expect-error - the member is called `method`
    expect(http?.metod).toBeUndefined();
    const fault = trait(operation, errorTrait);
    // @ts-expect-error - the values are `client` and `server`
    expect(fault === "clinet").toBe(false);
  });

  it("returns undefined for a value that does not have the structure of the trait's shape", () => {
    expect(read(httpTrait, { method: "GET" })).toBeUndefined();
    expect(read(httpTrait, { method: "GET", uri: 1 })).toBeUndefined();
    expect(read(httpTrait, { method: "GET", uri: "/", code: "200" })).toBeUndefined();
    expect(read(httpTrait, { method: "GET", uri: "/", code: null })).toBeUndefined();
    expect(read(httpTrait, "GET /")).toBeUndefined();
    expect(read(httpTrait, ["GET", "/"])).toBeUndefined();
    expect(read(clientOptionalTrait, true)).toBeUndefined();
    expect(read(documentationTrait, 5)).toBeUndefined();
    expect(read(errorTrait, "cleint")).toBeUndefined();
    expect(read(tagsTrait, ["a", 1])).toBeUndefined();
    expect(read(tagsTrait, ["a", null])).toBeUndefined();
    expect(read(rangeTrait, { min: "1" })).toBeUndefined();
    expect(read(enumTrait, [{ name: "A" }])).toBeUndefined();
    expect(read(corsTrait, { origins: { beta: 1 } })).toBeUndefined();
    expect(read(conditionsTrait, { A: { expression: "a" } })).toBeUndefined();
    expect(read(arnTrait, { template: "a", resourceDelimiter: "-" })).toBeUndefined();
    const matcher = { success: true, errorType: "A" };
    expect(read(waitableTrait, { A: { acceptors: [{ state: "retry", matcher }] } })).toBe(
      undefined,
    );
    expect(read(batchTrait, { entries: "a", matching: { order: {} } })).toBeUndefined();
  });

  it("ignores members of the prototype of an object", () => {
    const value: NodeValue = Object.create({ name: "inherited" });
    expect(read(sigv4Trait, value)).toBeUndefined();
  });

  it("returns a value that has unknown members", () => {
    const value = { method: "GET", uri: "/", more: true };
    expect(read(httpTrait, value)).toBe(value);
  });

  it("returns unlisted checksum algorithms, because AWS adds algorithms over time", () => {
    const value = { responseAlgorithms: ["CRC32", "NEW"] };
    expect(read(httpChecksumTrait, value)).toBe(value);
  });

  it("returns a union without a member, because validation accepts it", () => {
    const value = { entries: "a", matching: {} };
    expect(read(batchTrait, value)).toBe(value);
  });

  it("returns documents unchanged", () => {
    expect(read(endpointRuleSetTrait, [null])).toEqual([null]);
    expectTypeOf(read(endpointRuleSetTrait, {})).toEqualTypeOf<NodeValue | undefined>();
  });

  it("types a union as exactly one of its members", () => {
    const batch = read(batchTrait, { entries: "a", matching: { id: { member: "b" } } });
    expect(batch?.matching.id?.member).toBe("b");
    expect(batch?.matching.echo).toBeUndefined();
  });
});

describe("hasTrait", () => {
  it("returns whether a trait is applied with any value", () => {
    expect(hasTrait(new Map([[httpTrait.id, "malformed"]]), httpTrait)).toBe(true);
    expect(hasTrait(new Map(), httpTrait)).toBe(false);
    expect(hasTrait(undefined, httpTrait)).toBe(false);
  });
});
