/**
 * Where a message holds what a resource is made of: by identifier or property, the path to the
 * member, names joined with dots.
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

/** An operation that answers many instances. */
export interface ListOperation {
  readonly kind: "list";
  readonly operation: string;
  /** The identifiers in it choose: instances below one parent. */
  readonly input: ResourceBindings;
  /** The path to the list in the output. */
  readonly items: string;
  /** What an item holds; a name alone where an item is that identifier and nothing else. */
  readonly item: ResourceBindings | string;
  /** `@paginated`: paths. */
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
  /** Those of the resources above included. */
  readonly identifiers: readonly string[];
  /** The resource above without which none of these can be. */
  readonly parent?: string;
  /** `@noReplace`: what is put stays as it is. */
  readonly noReplace?: boolean;
  readonly operations: readonly LifecycleOperation[];
}
