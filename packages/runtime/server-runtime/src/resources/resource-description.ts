/**
 * The parts of a resource in a message. The keys are the names of identifiers or properties. The
 * values are paths of members, joined with dots.
 */
export type ResourceBindings = Readonly<Record<string, string>>;

/** An operation of a resource's lifecycle. */
export type LifecycleOperation =
  | {
      readonly kind: "create" | "put" | "read" | "update" | "delete";
      readonly operation: string;
      readonly input: ResourceBindings;
      readonly output: ResourceBindings;
    }
  | ListOperation;

/** An operation that lists instances. */
export interface ListOperation {
  readonly kind: "list";
  readonly operation: string;
  /** The identifiers that select the listed instances. They belong to one parent. */
  readonly input: ResourceBindings;
  /** The path to the list in the output. */
  readonly items: string;
  /** The parts of an item. A single name if the item is the identifier itself. */
  readonly item: ResourceBindings | string;
  /** The paths from the trait `@paginated`. */
  readonly pagination?: {
    readonly inputToken: string;
    readonly outputToken: string;
    readonly pageSize?: string;
  };
}

/**
 * A resource as generated code describes it.
 *
 * Smithy: https://smithy.io/2.0/spec/service-types.html#resource
 */
export interface ResourceDescription {
  readonly name: string;
  /** The identifiers, including those of the parents. */
  readonly identifiers: readonly string[];
  /** The parent resource. An instance of this resource requires an instance of the parent. */
  readonly parent?: string;
  /** `@noReplace`: `put` cannot replace an existing instance. */
  readonly noReplace?: boolean;
  readonly operations: readonly LifecycleOperation[];
}
