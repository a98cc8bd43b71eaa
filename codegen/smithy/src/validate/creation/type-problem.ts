import type { MemberShape, Model, NodeValue, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { hasTrait, requiredTrait } from "../../traits/index.js";
import { typeName } from "../node/type-name.js";
import { firstProblem } from "./first-problem.js";

/**
 * Describes the first part of a value that is missing or of the wrong type, in the words that the
 * reference implementation uses for values that it reads by hand.
 */
export function typeProblem(model: Model, shape: Shape, value: NodeValue): string | undefined {
  switch (shape.type) {
    case "structure":
      if (!isNodeObject(value)) return expected("object", value);
      return firstProblem(shape.members.values(), (member) => memberProblem(model, member, value));
    case "list":
      if (!isNodeArray(value)) return undefined;
      return firstProblem(value, (item) => nestedProblem(model, shape.member, item));
    case "map":
      if (!isNodeObject(value)) return undefined;
      return firstProblem(Object.values(value), (item) => nestedProblem(model, shape.value, item));
    default:
      return undefined;
  }
}

function nestedProblem(model: Model, member: MemberShape, value: NodeValue): string | undefined {
  const target = model.getShape(member.target);
  return target === undefined ? undefined : typeProblem(model, target, value);
}

function memberProblem(
  model: Model,
  member: MemberShape,
  owner: { readonly [key: string]: NodeValue },
): string | undefined {
  const { name } = member;
  const isRequired = hasTrait(member, requiredTrait);
  const value = Object.hasOwn(owner, name) ? owner[name] : undefined;
  if (value === undefined) return isRequired ? `Missing expected member \`${name}\`.` : undefined;
  const target = model.getShape(member.target);
  // Parameters of tests are documents, and only objects among them can be read.
  const isParameters = /^(?:vendorP|p)arams$/.test(name) && target?.type === "document";
  const type = isParameters ? "object" : target && nodeType(target);
  if (target === undefined || type === undefined) return undefined;
  const found = typeName(value);
  if (found === type) return typeProblem(model, target, value);
  if (name === "tags") return `Expected \`tags\` to be an array of strings. Found ${found}.`;
  const article = /^[ao]/.test(type) ? "an" : "a";
  return isRequired
    ? `Expected \`${name}\` member to be ${article} ${type}, but found ${found}.`
    : `Expected \`${name}\` to be ${article} ${type}; found ${found}`;
}

/** Returns the kind of node of a shape's values; `undefined` if they can have several. */
export function nodeType(shape: Shape): string | undefined {
  switch (shape.type) {
    case "structure":
    case "union":
    case "map":
      return "object";
    case "list":
      return "array";
    case "string":
    case "enum":
      return "string";
    case "boolean":
      return "boolean";
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long":
      return "number";
    default:
      return undefined;
  }
}

const expected = (type: string, value: NodeValue): string =>
  `Expected ${type}, but found ${typeName(value)}.`;
