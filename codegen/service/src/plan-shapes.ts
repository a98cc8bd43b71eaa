import { compareText, upperFirst } from "@tinsmith/smithy";
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
  trait,
} from "@tinsmith/smithy/traits";
import type { ServiceClosure } from "./closure.js";
import { enumValue, intEnumValue, planShapeConstraints } from "./constraints.js";
import { planDocumentation } from "./documentation.js";
import { hasEnumTrait } from "./enum-trait.js";
import { NameScope } from "./names.js";
import { planMember } from "./plan-members.js";
import type { PlannedNames } from "./plan-names.js";
import { planResponseTests } from "./protocol-tests/plan-cases.js";
import { recursiveShapes } from "./recursion.js";
import type {
  EnumValuePlan,
  ErrorPlan,
  MemberPlan,
  ShapeLookup,
  ShapePlan,
  StructurePlan,
  UnionPlan,
} from "./shape-plan.js";
import type { Refinements } from "./trait-refinements.js";
import { ValueTypes } from "./value-types.js";
import { membersOf } from "./shape-members.js";

/** The operations that use a shape directly, by shape id. */
export interface OperationUses {
  inputOf(id: ShapeId): readonly string[];
  outputOf(id: ShapeId): readonly string[];
  errorOf(id: ShapeId): readonly string[];
}

/** The data shapes of a closure, each planned on first use. */
export interface PlannedShapes extends ShapeLookup {
  /** Returns all of them, sorted by TypeScript name. */
  all(): readonly ShapePlan[];
  /** Returns the structures that are errors, in the same order. */
  errors(): readonly StructurePlan[];
}

/** Plans the shapes of a closure. */
export function planShapes(
  model: Model,
  closure: ServiceClosure,
  names: PlannedNames,
  uses: OperationUses,
  schemaNames: ReadonlyMap<ShapeId, string>,
  refinements: Refinements,
): PlannedShapes {
  const types = new ValueTypes(model, names);
  const recursive = recursiveShapes(closure.shapes);
  const plan = (shape: Shape): ShapePlan => {
    const roles = closure.rolesOf(shape.id);
    const base = {
      id: shape.id,
      name: names.nameOf(shape.id),
      schemaName: schemaNames.get(shape.id),
      sensitive: hasTrait(shape, sensitiveTrait),
      constraints: planShapeConstraints(shape, refinements),
      ...planDocumentation(shape.traits),
    };
    const member = (shape: MemberShape) => planMember(model, types, shape, roles, refinements);
    switch (shape.type) {
      case "structure":
        return {
          kind: "structure",
          typeName: names.typeName(shape.id),
          members: [...shape.members.values()].map(member),
          roles,
          error: planError(shape, uses),
          inputOf: uses.inputOf(shape.id),
          outputOf: uses.outputOf(shape.id),
          recursive: recursive.has(shape.id),
          ...base,
        };
      case "union": {
        const members = [...shape.members.values()].map(member);
        return {
          kind: "union",
          typeName: names.typeName(shape.id),
          members,
          variants: planVariants(members),
          roles,
          streaming: hasTrait(shape, streamingTrait),
          recursive: recursive.has(shape.id),
          ...base,
        };
      }
      case "enum":
        return {
          kind: "enum",
          typeName: names.typeName(shape.id),
          values: [...shape.members.values()].map((value) => planEnumValue(value, enumValue)),
          ...base,
        };
      case "intEnum":
        return {
          kind: "intEnum",
          typeName: names.typeName(shape.id),
          values: [...shape.members.values()].map((value) => planEnumValue(value, intEnumValue)),
          ...base,
        };
      case "list":
        return {
          kind: "list",
          typeName: base.name,
          member: member(shape.member),
          sparse: isSparse(shape),
          ...base,
        };
      case "map":
        return {
          kind: "map",
          typeName: base.name,
          key: member(shape.key),
          value: member(shape.value),
          sparse: isSparse(shape),
          ...base,
        };
      default:
        return hasEnumTrait(shape)
          ? {
              kind: "enum",
              typeName: names.typeName(shape.id),
              values: enumTraitValues(shape),
              ...base,
            }
          : { kind: "simple", typeName: base.name, type: types.of(shape.id), ...base };
    }
  };
  const shapes = new Map(closure.shapes.map((shape) => [shape.id, shape]));
  const planned = new Map<ShapeId, ShapePlan>();
  const get = (id: ShapeId): ShapePlan | undefined => {
    const known = planned.get(id);
    const shape = shapes.get(id);
    if (known !== undefined || shape === undefined) return known;
    const made = plan(shape);
    planned.set(id, made);
    return made;
  };
  const sorted = (some: readonly Shape[]): readonly ShapePlan[] =>
    some
      .flatMap(({ id }) => get(id) ?? [])
      .sort((a, b) => compareText(a.typeName, b.typeName) || compareText(a.id, b.id));
  return {
    get,
    all: () => sorted(closure.shapes),
    errors: () =>
      sorted(closure.shapes.filter((shape) => hasTrait(shape, errorTrait))).filter(
        (shape) => shape.kind === "structure",
      ),
  };
}

function planVariants(members: readonly MemberPlan[]): UnionPlan["variants"] {
  const names = new NameScope();
  return members.map((member) => {
    const typeName = names.take(`${upperFirst(member.name)}Member`, `${member.name}Member`);
    return { typeName, member };
  });
}

function isSparse(shape: Shape): boolean {
  return hasTrait(shape, sparseTrait);
}

function planEnumValue<Value>(
  member: MemberShape,
  valueOf: (member: MemberShape) => Value,
): EnumValuePlan<Value> {
  return {
    name: member.name,
    value: valueOf(member),
    ...planDocumentation(member.traits),
  };
}

/** The values of the trait `@enum` of Smithy 1.0. */
function enumTraitValues(shape: Shape): readonly EnumValuePlan<string>[] {
  const entries = trait(shape, enumTrait) ?? [];
  return entries.map(({ name, value, documentation, deprecated = false, tags = [] }) => ({
    documentation,
    deprecated: deprecated ? { message: undefined, since: undefined } : undefined,
    since: undefined,
    internal: false,
    unstable: false,
    externalDocumentation: [],
    name: name ?? value,
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

/** Collects the uses of shapes by operations. */
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

/** Returns whether the shape itself or one of its members is `@sensitive`. */
export function holdsSensitive(shape: ShapePlan): boolean {
  return shape.sensitive || membersOf(shape).some((member) => member.sensitive);
}
