/**
 * The places of a resource's identifiers and properties in a structure: the path to the member by
 * name, with names joined by dots.
 */
export type ResourceBindings = Readonly<Record<string, string>>;

export type LifecycleKind = "create" | "put" | "read" | "update" | "delete" | "list";

/** A lifecycle operation of a resource. */
export interface LifecyclePlan {
  readonly kind: LifecycleKind;
  /** The operation's name. */
  readonly operation: string;
  readonly input: ResourceBindings;
  /** Empty for a list operation. */
  readonly output: ResourceBindings;
  readonly list: ResourceListPlan | undefined;
}

/** The members in which a list operation returns instances. */
export interface ResourceListPlan {
  /** The path to the list in the output. */
  readonly items: string;
  /**
   * The identifiers and properties in an item, or the name of the identifier if an item is a
   * string.
   */
  readonly item: ResourceBindings | string;
}

/** A resource that can be created, so that a mock server can store it. */
export interface ResourcePlan {
  readonly name: string;
  /** Includes the identifiers of parent resources. */
  readonly identifiers: readonly string[];
  /** The nearest parent resource that can be created too. */
  readonly parent: string | undefined;
  /** `@noReplace`: an existing resource cannot be replaced. */
  readonly noReplace: boolean;
  readonly operations: readonly LifecyclePlan[];
}
