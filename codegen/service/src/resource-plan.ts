/**
 * Where a structure holds what a resource is made of: by identifier or property, the path to the
 * member, names joined with dots.
 */
export type ResourceBindings = Readonly<Record<string, string>>;

export type LifecycleKind = "create" | "put" | "read" | "update" | "delete" | "list";

/** A lifecycle operation of a resource. */
export interface LifecyclePlan {
  readonly kind: LifecycleKind;
  /** The operation's name. */
  readonly operation: string;
  readonly input: ResourceBindings;
  /** Of a list: empty. */
  readonly output: ResourceBindings;
  readonly list: ResourceListPlan | undefined;
}

/** How a list answers with instances. */
export interface ResourceListPlan {
  /** The path to the list in the output. */
  readonly items: string;
  /** What an item holds; a name alone where an item is an identifier and nothing else. */
  readonly item: ResourceBindings | string;
}

/** A resource that can be made, and so be kept by a mock server. */
export interface ResourcePlan {
  readonly name: string;
  /** Those of the resources above included. */
  readonly identifiers: readonly string[];
  /** The nearest resource above that can be made as well. */
  readonly parent: string | undefined;
  /** `@noReplace`: what is put stays as it is. */
  readonly noReplace: boolean;
  readonly operations: readonly LifecyclePlan[];
}
