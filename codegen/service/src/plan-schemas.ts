import { compareText, shapeNamespace } from "@tinsmith/smithy";
import type { MemberShape, Model, NodeObject, Shape, ShapeId, Traits } from "@tinsmith/smithy";
import {
  errorTrait,
  hasTrait,
  requiredTrait,
  s3UnwrappedXmlOutputTrait,
  streamingTrait,
  timestampFormatTrait,
  trait,
} from "@tinsmith/smithy/traits";
import { dataMembers, unitId } from "./closure.js";
import type { ServiceClosure } from "./closure.js";
import { isNullable, planConstraints } from "./constraints.js";
import { constraintsBelow } from "./constraints-below.js";
import type { PlannedNames } from "./plan-names.js";
import type { SchemaMember, SchemaPlan, SchemaRef, SchemaTraits } from "./schema-plan.js";
import { eventHeaderTraits, filledTraits, planSchemaTraits, withTraits } from "./schema-traits.js";
import type { Refinements } from "./trait-refinements.js";

/**
 * The schema constants of a service, in order of declaration.
 *
 * @param furtherTraits - traits that schemas have because external protocols require them
 * @param refinements - those of the external protocols
 */
export function planSchemas(
  model: Model,
  closure: ServiceClosure,
  names: PlannedNames,
  furtherTraits: readonly ShapeId[],
  refinements: Refinements,
): readonly SchemaPlan[] {
  const refs = new SchemaReferences(model, names, furtherTraits, refinements);
  const order = declarationOrder(closure, names, refs);
  refs.declare(order);
  const unwrapped = unwrappedOutputs(closure);
  const schemas = [
    ...order.flatMap((shape) => {
      const schema = planShapeSchema(shape, names, refs);
      if (schema === undefined || !unwrapped.has(shape.id)) return schema ?? [];
      return { ...schema, traits: withTraits(schema.traits, { s3UnwrappedXmlOutput: 1 }) };
    }),
    ...closure.operations.map((operation): SchemaPlan => {
      return {
        kind: "operation",
        input: refs.refTo(operation.input, operation.id),
        output: refs.refTo(operation.output, operation.id),
        ...identity(operation, names.operation(operation.id).schema, names, refs),
      };
    }),
  ];
  return schemas.filter((schema) => schema.kind !== "simple" || refs.isReferredTo(schema.shape));
}

/**
 * Returns the outputs whose XML has no element for the structure. The trait is on the operation,
 * but readers only see the output.
 */
function unwrappedOutputs({ operations }: ServiceClosure): ReadonlySet<ShapeId> {
  return new Set(
    operations
      .filter(({ traits }) => hasTrait(traits, s3UnwrappedXmlOutputTrait))
      .map(({ output }) => output),
  );
}

function planShapeSchema(
  shape: Shape,
  names: PlannedNames,
  refs: SchemaReferences,
): SchemaPlan | undefined {
  const base = identity(shape, names.schemaName(shape.id), names, refs);
  switch (shape.type) {
    case "structure": {
      const members = [...shape.members.values()];
      const required = members.filter((member) => hasTrait(member, requiredTrait));
      const optional = members.filter((member) => !hasTrait(member, requiredTrait));
      return {
        kind: hasTrait(shape, errorTrait) ? "error" : "structure",
        members: [...required, ...optional].map((member) => refs.member(member)),
        requiredCount: required.length,
        ...base,
      };
    }
    case "union":
      return {
        kind: "union",
        members: [...shape.members.values()].map((member) => refs.member(member)),
        ...base,
        traits: withTraits(base.traits, refs.untaggedTraits(shape)),
      };
    case "list":
      return { kind: "list", member: refs.member(shape.member), ...base };
    case "map":
      return {
        kind: "map",
        key: refs.member(shape.key),
        value: refs.member(shape.value),
        ...base,
      };
    default: {
      const value = sentinel(shape, shape.traits);
      return value === undefined ? undefined : { kind: "simple", ...base, value };
    }
  }
}

function identity(shape: Shape, schemaName: string, names: PlannedNames, refs: SchemaReferences) {
  return {
    shape: shape.id,
    schemaName,
    namespace: shapeNamespace(shape.id),
    name: names.nameOf(shape.id),
    traits: refs.schemaTraits(shape.traits),
  };
}

/** Decides how one schema refers to another. */
export class SchemaReferences {
  readonly #model: Model;
  readonly #names: PlannedNames;
  readonly #furtherTraits: readonly ShapeId[];
  readonly #refinements: Refinements;
  readonly #position = new Map<ShapeId, number>();
  readonly #referred = new Set<ShapeId>();
  readonly #bare = new Map<ShapeId, SchemaRef | undefined>();

  constructor(
    model: Model,
    names: PlannedNames,
    furtherTraits: readonly ShapeId[],
    refinements: Refinements,
  ) {
    this.#model = model;
    this.#names = names;
    this.#furtherTraits = furtherTraits;
    this.#refinements = refinements;
  }

  /** The traits of a shape or member as its schema carries them. */
  schemaTraits(traits: Traits): SchemaTraits {
    return planSchemaTraits(traits, this.#furtherTraits);
  }

  /** The constraints by which a reader finds the member of an untagged union. */
  untaggedTraits(union: Shape): { readonly constraints?: NodeObject } {
    if (!this.#refinements.isUntagged(union.traits)) return {};
    const nameOf = (id: ShapeId) => this.#names.nameOf(id);
    return { constraints: constraintsBelow(this.#model, union, nameOf, this.#refinements) };
  }

  /** Sets the order of declaration, which determines where a thunk is needed. */
  declare(order: readonly Shape[]): void {
    for (const [position, shape] of order.entries()) this.#position.set(shape.id, position);
  }

  /** Returns whether the shape has a schema constant; the other shapes are plain numbers. */
  hasSchema(id: ShapeId): boolean {
    return this.refTo(id, id).kind === "schema";
  }

  /** Returns whether any reference so far refers to the shape's constant. */
  isReferredTo(id: ShapeId): boolean {
    return this.#referred.has(id);
  }

  member(member: MemberShape): SchemaMember {
    const target = this.#model.getShape(member.target);
    const filled = filledTraits(this.#model, member);
    const own = withTraits(this.schemaTraits(member.traits), {
      ...filled,
      ...eventHeaderTraits(this.#model, member),
      ...this.#nullableTraits(member),
    });
    // A format on the member changes the number, so the member cannot refer to the target's schema.
    if (target?.type === "timestamp" && hasTrait(member, timestampFormatTrait)) {
      const traits = new Map([...target.traits, ...member.traits]);
      return {
        name: member.name,
        ref: sentinelRef(sentinel(target, traits) ?? 4),
        traits: withTraits(this.schemaTraits(traits), {
          ...filled,
          ...this.#nullableTraits(member),
        }),
      };
    }
    return { name: member.name, ref: this.refTo(member.target, member.container), traits: own };
  }

  #nullableTraits(member: MemberShape): { readonly nullable?: 1 } {
    return isNullable(this.#model, member, this.#refinements) ? { nullable: 1 } : {};
  }

  refTo(id: ShapeId, from: ShapeId): SchemaRef {
    if (id === unitId) return { kind: "unit" };
    const shape = this.#model.expectShape(id);
    const bare = this.#bareRefOnce(shape);
    if (bare !== undefined) return bare;
    if (from !== id) this.#referred.add(id);
    const here = this.#position.get(from) ?? Infinity;
    const there = this.#position.get(id) ?? -1;
    return {
      kind: "schema",
      shape: id,
      schemaName: this.#names.schemaName(id),
      lazy: there >= here,
    };
  }

  /**
   * Returns the bare reference of a shape. Results are cached, because shapes are referred to
   * often.
   */
  #bareRefOnce(shape: Shape): SchemaRef | undefined {
    if (!this.#bare.has(shape.id)) this.#bare.set(shape.id, this.#bareRef(shape));
    return this.#bare.get(shape.id);
  }

  /** The number that fully describes a shape without traits, if there is one. */
  #bareRef(shape: Shape): SchemaRef | undefined {
    if (this.schemaTraits(shape.traits) !== 0) return undefined;
    if (shape.type === "list") return this.#bareContainer("list", shape.member);
    if (shape.type === "map") {
      const key = this.#bareMember(shape.key);
      return key === 0 ? this.#bareContainer("map", shape.value) : undefined;
    }
    const value = sentinel(shape, shape.traits);
    return value === undefined ? undefined : sentinelRef(value);
  }

  #bareContainer(container: "list" | "map", member: MemberShape): SchemaRef | undefined {
    const value = this.#bareMember(member);
    return value === undefined ? undefined : { kind: "sentinel", value, container };
  }

  #bareMember(member: MemberShape): number | undefined {
    const target = this.#model.getShape(member.target);
    if (target === undefined || dataMembers(target).length > 0) return undefined;
    if (this.schemaTraits(target.traits) !== 0 || this.schemaTraits(member.traits) !== 0) {
      return undefined;
    }
    // Validators find the constraints of entries by the name of the list, which a number does not
    // have.
    if (Object.keys(planConstraints(this.#model, member, this.#refinements)).length > 0)
      return undefined;
    return sentinel(target, new Map([...target.traits, ...member.traits]));
  }
}

function sentinelRef(value: number): SchemaRef {
  return { kind: "sentinel", value, container: undefined };
}

/** The number of a simple type; `undefined` for aggregates. */
function sentinel(shape: Shape, traits: Traits): number | undefined {
  switch (shape.type) {
    case "string":
    case "enum":
      return 0;
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return 1;
    case "boolean":
      return 2;
    case "timestamp":
      return timestampSentinel(trait(traits, timestampFormatTrait));
    case "document":
      return 15;
    case "bigInteger":
      return 17;
    case "bigDecimal":
      return 19;
    case "blob":
      return hasTrait(traits, streamingTrait) ? 42 : 21;
    default:
      return undefined;
  }
}

function timestampSentinel(format: string | undefined): number {
  if (format === "date-time") return 5;
  if (format === "http-date") return 6;
  if (format === "epoch-seconds") return 7;
  return 4;
}

/**
 * Sorts depth first, so that a schema is declared after those it refers to, unless there is a
 * cycle.
 */
function declarationOrder(
  closure: ServiceClosure,
  names: PlannedNames,
  refs: SchemaReferences,
): readonly Shape[] {
  const byId = new Map(closure.shapes.map((shape) => [shape.id, shape]));
  const order: Shape[] = [];
  const seen = new Set<ShapeId>();
  const roots = [...closure.shapes].sort(
    (a, b) => compareText(names.nameOf(a.id), names.nameOf(b.id)) || compareText(a.id, b.id),
  );
  for (const root of roots) {
    const frames = [{ shape: root, next: 0 }];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      if (frame.next === 0) {
        if (seen.has(frame.shape.id)) {
          frames.pop();
          continue;
        }
        seen.add(frame.shape.id);
      }
      const member = dataMembers(frame.shape)[frame.next++];
      if (member === undefined) {
        frames.pop();
        if (refs.hasSchema(frame.shape.id)) order.push(frame.shape);
        continue;
      }
      const target = byId.get(member.target);
      if (target !== undefined && !seen.has(target.id)) frames.push({ shape: target, next: 0 });
    }
  }
  return order;
}
