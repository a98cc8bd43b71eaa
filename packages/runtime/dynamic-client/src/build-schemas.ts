import type {
  $SchemaRef,
  SchemaTraits,
  StaticErrorSchema,
  StaticOperationSchema,
  StaticSchema,
} from "@smithy/types";
import type { SchemaMember, SchemaPlan, SchemaRef } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";
import { isError, isOperation } from "@tinsmith/schema";

/** Builds each schema of a service from its plan on first use. */
export class SchemaBuilder {
  readonly #plans: ReadonlyMap<ShapeId, SchemaPlan>;
  readonly #built = new Map<ShapeId, StaticSchema>();

  constructor(plans: readonly SchemaPlan[]) {
    this.#plans = new Map(plans.map((plan) => [plan.shape, plan]));
  }

  /** Returns the schema of an operation. @throws TypeError if the shape is not an operation */
  operation(id: ShapeId): StaticOperationSchema {
    const schema = this.#schemaOf(id);
    if (isOperation(schema)) return schema;
    throw new TypeError(`${id} must be an operation.`);
  }

  /** Returns the schema of an error. @throws TypeError if the shape is not an error */
  error(id: ShapeId): StaticErrorSchema {
    const schema = this.#schemaOf(id);
    if (isError(schema)) return schema;
    throw new TypeError(`${id} is listed as an error and must have the trait @error.`);
  }

  #schemaOf(id: ShapeId): StaticSchema {
    const known = this.#built.get(id);
    if (known !== undefined) return known;
    const plan = this.#plans.get(id);
    if (plan === undefined) throw new TypeError(`The service has no schema for ${id}.`);
    const schema = this.#build(plan);
    this.#built.set(id, schema);
    return schema;
  }

  #build(plan: SchemaPlan): StaticSchema {
    const { namespace, name } = plan;
    const traits = traitsOf(plan.traits);
    switch (plan.kind) {
      case "simple":
        return [0, namespace, name, traits, plan.value];
      case "list":
        return [1, namespace, name, traits, this.#member(plan.member)];
      case "map":
        return [2, namespace, name, traits, this.#member(plan.key), this.#member(plan.value)];
      case "structure":
        return [3, namespace, name, traits, ...this.#members(plan.members), plan.requiredCount];
      case "union":
        return [4, namespace, name, traits, ...this.#members(plan.members)];
      case "error":
        return [-3, namespace, name, traits, ...this.#members(plan.members), plan.requiredCount];
      case "operation":
        return [9, namespace, name, traits, this.#data(plan.input), this.#data(plan.output)];
    }
  }

  #members(members: readonly SchemaMember[]): [names: string[], schemas: $SchemaRef[]] {
    return [members.map(({ name }) => name), members.map((member) => this.#member(member))];
  }

  #member({ ref, traits }: SchemaMember): $SchemaRef {
    const schema = this.#reference(ref);
    return traits === 0 ? schema : [schema, traitsOf(traits)];
  }

  /**
   * Refers to other schemas with functions, so that a call builds only the schemas that it uses.
   */
  #reference(ref: SchemaRef): $SchemaRef {
    switch (ref.kind) {
      case "unit":
        return "unit";
      case "sentinel":
        if (ref.container === undefined) return ref.value;
        return (ref.container === "list" ? 64 : 128) | ref.value;
      case "schema":
        return () => this.#schemaOf(ref.shape);
    }
  }

  /** Refers to the input or output of an operation directly, because its first call needs both. */
  #data(ref: SchemaRef): $SchemaRef {
    return ref.kind === "schema" ? this.#schemaOf(ref.shape) : this.#reference(ref);
  }
}

/**
 * Casts the traits of a plan. Their names and values are those of `SchemaTraitsObject`, typed as
 * node values.
 */
function traitsOf(traits: SchemaPlan["traits"]): SchemaTraits {
  return traits as SchemaTraits;
}
