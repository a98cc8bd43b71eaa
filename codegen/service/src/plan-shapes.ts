import { compareText } from "@tinsmith/smithy";
import type { MemberShape, Model, Shape, ShapeId } from "@tinsmith/smithy";
import {
  awsQueryErrorTrait,
  enumTrait,
  errorTrait,
  hasTrait,
  httpErrorTrait,
  retryableTrait,
  sensitiveTrait,
  sparseTrait,
  streamingTrait,
  tagsTrait,
  trait,
} from "@tinsmith/smithy/traits";
import { upperFirst } from "./casing.js";
import type { ServiceClosure } from "./closure.js";
import { enumValue, intEnumValue, planShapeConstraints } from "./constraints.js";
import { planDocumentation } from "./documentation.js";
import { isNamedEnumTrait } from "./enum-trait.js";
import { NameScope } from "./names.js";
import { planMember } from "./plan-members.js";
import type { PlannedNames } from "./plan-names.js";
import { planResponseTests } from "./protocol-tests/plan-cases.js";
import { recursiveShapes } from "./recursion.js";
import type {
  EnumValuePlan,
  ErrorPlan,
  MemberPlan,
  ShapePlan,
  StructurePlan,
  UnionPlan,
} from "./shape-plan.js";
import { ValueTypes } from "./value-types.js";
import { membersOf } from "./shape-members.js";

/** Which operations use a shape directly, by shape id. */
export interface OperationUses {
  inputOf(id: ShapeId): readonly string[];
  outputOf(id: ShapeId): readonly string[];
  errorOf(id: ShapeId): readonly string[];
}

/** Plans every shape of the closure that data can have, sorted by TypeScript name. */
export function planShapes(
  model: Model,
  closure: ServiceClosure,
  names: PlannedNames,
  uses: OperationUses,
  schemaNames: ReadonlyMap<ShapeId, string>,
): readonly ShapePlan[] {
  const types = new ValueTypes(model, names);
  const recursive = recursiveShapes(closure.shapes);
  const plan = (shape: Shape): ShapePlan => {
    const roles = closure.rolesOf(shape.id);
    const base = {
      ...planDocumentation(shape.traits),
      id: shape.id,
      name: names.nameOf(shape.id),
      typeName: names.nameOf(shape.id),
      schemaName: schemaNames.get(shape.id),
      sensitive: hasTrait(shape, sensitiveTrait),
      constraints: planShapeConstraints(shape),
    };
    const member = (shape: MemberShape) => planMember(model, types, shape, roles);
    switch (shape.type) {
      case "structure":
        return {
          ...base,
          kind: "structure",
          typeName: names.typeName(shape.id),
          members: [...shape.members.values()].map(member),
          roles,
          error: planError(shape, uses),
          inputOf: uses.inputOf(shape.id),
          outputOf: uses.outputOf(shape.id),
          recursive: recursive.has(shape.id),
        };
      case "union": {
        const members = [...shape.members.values()].map(member);
        return {
          ...base,
          kind: "union",
          typeName: names.typeName(shape.id),
          members,
          variants: planVariants(members),
          roles,
          streaming: hasTrait(shape, streamingTrait),
          recursive: recursive.has(shape.id),
        };
      }
      case "enum":
        return {
          ...base,
          kind: "enum",
          typeName: names.typeName(shape.id),
          values: [...shape.members.values()].map((value) => planEnumValue(value, enumValue)),
        };
      case "intEnum":
        return {
          ...base,
          kind: "intEnum",
          typeName: names.typeName(shape.id),
          values: [...shape.members.values()].map((value) => planEnumValue(value, intEnumValue)),
        };
      case "list":
        return { ...base, kind: "list", member: member(shape.member), sparse: isSparse(shape) };
      case "map":
        return {
          ...base,
          kind: "map",
          key: member(shape.key),
          value: member(shape.value),
          sparse: isSparse(shape),
        };
      default:
        return isNamedEnumTrait(shape)
          ? {
              ...base,
              kind: "enum",
              typeName: names.typeName(shape.id),
              values: enumTraitValues(shape),
            }
          : { ...base, kind: "simple", type: types.of(shape.id) };
    }
  };
  return closure.shapes
    .map(plan)
    .sort((a, b) => compareText(a.typeName, b.typeName) || compareText(a.id, b.id));
}

function planVariants(members: readonly MemberPlan[]): UnionPlan["variants"] {
  const names = new NameScope();
  return members.map((member) => {
    const typeName = names.take(`${upperFirst(member.name)}Member`, `${member.name}Member`);
    return { typeName, member };
  });
}

/** The structures of a plan that are errors. */
export function errorsOf(shapes: readonly ShapePlan[]): readonly StructurePlan[] {
  return shapes.filter((shape) => shape.kind === "structure").filter((shape) => shape.error);
}

function isSparse(shape: Shape): boolean {
  return hasTrait(shape, sparseTrait);
}

function planEnumValue<Value>(
  member: MemberShape,
  valueOf: (member: MemberShape) => Value,
): EnumValuePlan<Value> {
  return {
    ...planDocumentation(member.traits),
    name: member.name,
    value: valueOf(member),
    tags: trait(member, tagsTrait) ?? [],
  };
}

/** The values of a Smithy 1.0 `@enum` trait whose every entry has a name. */
function enumTraitValues(shape: Shape): readonly EnumValuePlan<string>[] {
  const entries = trait(shape, enumTrait) ?? [];
  return entries.map(({ name = "", value, documentation, deprecated = false, tags = [] }) => ({
    documentation,
    deprecated: deprecated ? { message: undefined, since: undefined } : undefined,
    since: undefined,
    internal: false,
    unstable: false,
    externalDocumentation: [],
    name,
    value,
    tags,
  }));
}

function planError(
  shape: Shape & { readonly members: ReadonlyMap<string, MemberShape> },
  uses: OperationUses,
): ErrorPlan | undefined {
  const fault = trait(shape, errorTrait);
  if (fault === undefined) return undefined;
  const retryable = trait(shape, retryableTrait);
  const awsQuery = trait(shape, awsQueryErrorTrait);
  return {
    fault,
    httpStatus: trait(shape, httpErrorTrait) ?? (fault === "client" ? 400 : 500),
    retryable: retryable === undefined ? undefined : { throttling: retryable.throttling === true },
    awsQuery:
      awsQuery === undefined
        ? undefined
        : { code: awsQuery.code, httpStatus: awsQuery.httpResponseCode },
    messageMember: ["message", "Message"].find((name) => shape.members.has(name)),
    operations: uses.errorOf(shape.id),
    responseTests: planResponseTests(shape.traits),
  };
}

/** Collects who uses what from the operations. */
export function operationUses(
  operations: readonly {
    readonly name: string;
    readonly input: ShapeId;
    readonly output: ShapeId;
    readonly errors: readonly ShapeId[];
  }[],
): OperationUses {
  const of = (test: (operation: (typeof operations)[number]) => boolean) =>
    operations.filter(test).map((operation) => operation.name);
  return {
    inputOf: (id) => of((operation) => operation.input === id),
    outputOf: (id) => of((operation) => operation.output === id),
    errorOf: (id) => of((operation) => operation.errors.includes(id)),
  };
}

/** Whether the shape itself or a member of it is `@sensitive`. */
export function holdsSensitive(shape: ShapePlan): boolean {
  return shape.sensitive || membersOf(shape).some((member) => member.sensitive);
}
