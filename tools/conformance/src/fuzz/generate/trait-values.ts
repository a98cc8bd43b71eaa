import {
  apiKeyRequiredTrait,
  apiTlsPolicyTrait,
  endpointConfigurationTrait,
  enumValueTrait,
  gatewayResponsesTrait,
  idRefTrait,
  idxTrait,
  indexedTrait,
  integrationTrait,
  minimumCompressionSizeTrait,
  patternTrait,
  requiredTrait,
  resourcePolicyTrait,
  restJson1Trait,
  sigv4Trait,
  traitTrait,
} from "@tinsmith/smithy/traits";
import { isNodeObject, loadModel, membersOf } from "@tinsmith/smithy";
import type { MemberShape, Model, Shape } from "@tinsmith/smithy";
import type { Random } from "../random.js";
import type { AstShape, Json, JsonObject } from "./ast.js";
import { writtenValue } from "./written-values.js";
import { anyText, plainText } from "./words.js";

const namespaces = [
  "aws.api", "aws.apigateway", "aws.auth", "aws.cloudformation", "aws.customizations", "aws.endpoints", "aws.iam", "aws.protocols", "smithy.openapi", "smithy.protocols", "smithy.rules", "smithy.test", "smithy.waiters",
]; // prettier-ignore

/** Loads a model with every trait library. */
function everyLibrary(): Model {
  const names = namespaces.map((name) => `// ${name}#`).join("\n");
  const text = `$version: "2.0"\n${names}\nnamespace all`;
  const { model } = loadModel([{ path: "all.smithy", text }]);
  if (model === undefined) throw new Error("The trait libraries cannot be loaded.");
  return model;
}

let loaded: Model | undefined;

/** Returns a model with the definitions of all traits of the prelude and of the libraries. */
export function traitModel(): Model {
  return (loaded ??= everyLibrary());
}

/** Traits that the newest published modules of the reference do not have. */
const unpublished: ReadonlySet<string> = new Set([
  apiTlsPolicyTrait.id,
  gatewayResponsesTrait.id,
  minimumCompressionSizeTrait.id,
  resourcePolicyTrait.id,
  apiKeyRequiredTrait.id,
  endpointConfigurationTrait.id,
  idxTrait.id,
  indexedTrait.id,
  integrationTrait.id,
]);

/** Returns the shapes that define traits. */
export function traitShapes(): readonly Shape[] {
  return [...traitModel().shapes.values()].filter(
    ({ id, traits }) => traits.has(traitTrait.id) && !unpublished.has(id),
  );
}

/** The shapes to which a value may refer. */
export type Shapes = Readonly<Record<string, AstShape>>;

/** Creates a value of a trait. Most values are valid. */
export function traitValue(id: string, shapes: Shapes, random: Random): Json {
  const written = writtenValue(id, shapes, random);
  if (written !== undefined && random.chance(0.97)) return written;
  const shape = traitModel().getShape(id);
  return shape === undefined ? {} : valueOf(shape, shapes, random, 0);
}

function valueOf(shape: Shape, shapes: Shapes, random: Random, depth: number): Json {
  if (random.chance(0.002)) return random.pick<Json>([null, 1, "x", [], {}, true]);
  switch (shape.type) {
    case "member":
      return valueOf(targetOf(shape), shapes, random, depth);
    case "structure":
      return objectOf([...shape.members.values()], shapes, random, depth);
    case "union": {
      const chosen = random.pick([...shape.members.values()]);
      return { [chosen.name]: memberValue(chosen, shapes, random, depth) };
    }
    case "list": {
      const count = depth > 5 ? 0 : random.between(random.chance(0.1) ? 0 : 1, 2);
      return Array.from({ length: count }, () => memberValue(shape.member, shapes, random, depth));
    }
    case "map": {
      const count = depth > 5 ? 0 : random.between(0, 2);
      const keys = Array.from({ length: count }, () =>
        String(memberValue(shape.key, shapes, random, depth)),
      );
      return Object.fromEntries(
        keys.map((key) => [key, memberValue(shape.value, shapes, random, depth)]),
      );
    }
    case "enum":
      return random.pick(membersOf(shape).map((member) => enumValue(member)));
    default:
      return simpleValue(shape, shapes, random, depth);
  }
}

function objectOf(
  members: readonly MemberShape[],
  shapes: Shapes,
  random: Random,
  depth: number,
): JsonObject {
  const chosen = members.filter(
    ({ traits }) =>
      (traits.has(requiredTrait.id) && !random.chance(0.005)) ||
      random.chance(depth > 3 ? 0.1 : 0.4),
  );
  const entries = chosen.map((member): [string, Json] => [
    member.name,
    memberValue(member, shapes, random, depth),
  ]);
  return Object.fromEntries(entries);
}

function memberValue(member: MemberShape, shapes: Shapes, random: Random, depth: number): Json {
  if (member.traits.has(idRefTrait.id)) return anyId(selectorOf(member), shapes, random);
  return valueOf(targetOf(member), shapes, random, depth + 1);
}

function targetOf(member: MemberShape): Shape {
  const target = traitModel().getShape(member.target);
  if (target === undefined) throw new Error(`${member.target} is missing.`);
  return target;
}

function enumValue(member: MemberShape): Json {
  const value = member.traits.get(enumValueTrait.id);
  return typeof value === "string" || typeof value === "number" ? value : member.name;
}

/** Returns the id of a shape that an `@idRef` with this selector probably allows. */
function anyId(selector: string, shapes: Shapes, random: Random): string {
  if (selector.includes("protocolDefinition")) return restJson1Trait.id;
  if (selector.includes("authDefinition")) return sigv4Trait.id;
  const all = Object.entries(shapes);
  const fitting = all.filter(([, { type }]) => new RegExp(`\\b${type}\\b`).test(selector));
  const ids = (fitting.length > 0 ? fitting : all).map(([id]) => id);
  return random.chance(0.98) && ids.length > 0 ? random.pick(ids) : "example.missing#Shape";
}

function selectorOf({ traits }: Shape): string {
  const value = traits.get(idRefTrait.id);
  return isNodeObject(value) && typeof value["selector"] === "string" ? value["selector"] : "*";
}

function simpleValue(shape: Shape, shapes: Shapes, random: Random, depth: number): Json {
  if (shape.traits.has(idRefTrait.id)) return anyId(selectorOf(shape), shapes, random);
  switch (shape.type) {
    case "boolean":
      return random.chance(0.7);
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "bigInteger":
    case "intEnum":
      return random.between(random.chance(0.02) ? -2 : 1, 10);
    case "float":
    case "double":
    case "bigDecimal":
      return random.pick([0, 1.5, 10, -1]);
    case "document":
      return random.pick<Json>([{}, { a: 1 }, [], "x", 1, null, { type: "string", b: [true] }]);
    default:
      return textFor(shape, random, depth);
  }
}

/** Texts that match the patterns of traits more often than random texts. */
const commonTexts = [
  "a", "abc", "Name", "some-name", "com.example", "X-Header", "GET", "/a/{b}", "200", "https://example.com", "arn:aws:x", "service:Action", "1.0", "application/json", "{name}", "items", "$", "name", "!", "*", "2020-01-01T00:00:00Z",
]; // prettier-ignore

function textFor(shape: Shape, random: Random, depth: number): string {
  const pattern = shape.traits.get(patternTrait.id);
  if (typeof pattern === "string" && random.chance(0.99)) {
    const matching = commonTexts.filter((text) => matches(pattern, text));
    if (matching.length > 0) return random.pick(matching);
  }
  if (random.chance(0.9)) return random.pick(commonTexts);
  return depth < 2 ? anyText(random) : plainText(random);
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}
