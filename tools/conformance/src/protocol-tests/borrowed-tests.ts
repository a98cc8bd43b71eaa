import { loadModel, serializeAst } from "@tinsmith/smithy";
import type { NodeObject, NodeValue, SourceText } from "@tinsmith/smithy";
import { isNodeArray, isNodeObject, stringOf } from "@tinsmith/smithy";
import {
  httpMalformedRequestTestsTrait,
  httpRequestTestsTrait,
  httpResponseTestsTrait,
  restJson1Trait,
} from "@tinsmith/smithy/traits";

/** The tests of another protocol that apply to a protocol, by patterns of their ids. */
export interface BorrowingRules {
  readonly allowed: readonly BorrowingRule[];
  readonly refused: readonly BorrowingRule[];
}

interface BorrowingRule {
  /** The id or a pattern. `*` matches any characters. */
  readonly id: string;
  readonly appliesTo: string | undefined;
  readonly testType: string | undefined;
}

/**
 * Reads the metadata of alloy that lists tests of restJson1.
 *
 * @param config - the text of `test-config.json`
 */
export function readBorrowingRules(config: string): BorrowingRules {
  const { metadata } = objectOf(JSON.parse(config));
  const [protocols] = Object.values(objectOf(metadata));
  const rules = objectOf(objectOf(protocols)[restJson1Trait.id]);
  const list = (key: string): readonly BorrowingRule[] =>
    itemsOf(rules[key]).map((rule) => ({
      id: stringOf(objectOf(rule)["id"]) ?? "",
      appliesTo: stringOf(objectOf(rule)["appliesTo"]),
      testType: stringOf(objectOf(rule)["testType"]),
    }));
  return { allowed: list("allowList"), refused: list("disallowList") };
}

/**
 * Returns a model in which the service of restJson1's protocol tests has another protocol. The
 * model contains only the tests that the rules allow.
 *
 * @param sources - the protocol tests of AWS
 * @param protocol - the trait of the other protocol
 */
export function borrowTests(
  sources: readonly SourceText[],
  protocol: string,
  rules: BorrowingRules,
): NodeObject {
  const { model } = loadModel(sources);
  if (model === undefined) throw new Error("The model of the protocol tests cannot be loaded.");
  const { shapes, ...ast } = objectOf(serializeAst(model));
  const own = Object.entries(objectOf(shapes)).filter(
    ([id, shape]) =>
      /^aws\.protocoltests\.(?:restjson|shared)\b/.test(id) &&
      (objectOf(shape)["type"] !== "service" || id.endsWith("#RestJson")),
  );
  return {
    ...ast,
    shapes: Object.fromEntries(
      own.map(([id, shape]) => [id, borrowShape(objectOf(shape), protocol, rules)]),
    ),
  };
}

const testTraits: Readonly<Record<string, string>> = {
  [httpRequestTestsTrait.id]: "request",
  [httpResponseTestsTrait.id]: "response",
};

function borrowShape(shape: NodeObject, protocol: string, rules: BorrowingRules): NodeObject {
  const traits = Object.entries(objectOf(shape["traits"])).flatMap(
    ([id, value]): readonly [string, NodeValue][] => {
      if (id === restJson1Trait.id) return [[protocol, {}]];
      if (id === httpMalformedRequestTestsTrait.id) return [];
      const testType = testTraits[id];
      if (testType === undefined) return [[id, value]];
      const tests = itemsOf(value).flatMap((test) =>
        borrowTest(objectOf(test), testType, protocol, rules),
      );
      return tests.length === 0 ? [] : [[id, tests]];
    },
  );
  return { ...shape, traits: Object.fromEntries(traits) };
}

function borrowTest(
  test: NodeObject,
  testType: string,
  protocol: string,
  { allowed, refused }: BorrowingRules,
): readonly NodeObject[] {
  if (test["protocol"] !== restJson1Trait.id) return [];
  const id = stringOf(test["id"]) ?? "";
  const isMeant = (rule: BorrowingRule) =>
    matches(rule.id, id) && (rule.testType ?? testType) === testType;
  const refusals = refused.filter(isMeant);
  if (!allowed.some(isMeant) || refusals.some(({ appliesTo }) => appliesTo === undefined)) {
    return [];
  }
  const sides = ["client", "server"].filter(
    (side) =>
      (test["appliesTo"] ?? side) === side && !refusals.some(({ appliesTo }) => appliesTo === side),
  );
  const [side, other] = sides;
  if (side === undefined) return [];
  return [{ ...test, protocol, ...(other === undefined && { appliesTo: side }) }];
}

function matches(pattern: string, id: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\*+/g, ".*")}$`).test(id);
}

function objectOf(value: NodeValue | undefined): NodeObject {
  return isNodeObject(value) ? value : {};
}

function itemsOf(value: NodeValue | undefined): readonly NodeValue[] {
  return isNodeArray(value) ? value : [];
}
