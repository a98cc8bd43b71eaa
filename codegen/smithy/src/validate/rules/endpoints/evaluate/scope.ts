import type { Partition } from "../../../../endpoints/index.js";
import type { RuleValue } from "./rule-value.js";

/** Data that rules need from outside of the model. */
export interface Surroundings {
  readonly partition: (region: string) => Partition | undefined;
}

/** The named values in scope of an expression: parameters and assigned results of conditions. */
export class Scope {
  readonly surroundings: Surroundings;
  private readonly values = new Map<string, RuleValue>();
  private readonly outer: Scope | undefined;

  constructor(surroundings: Surroundings, outer?: Scope) {
    this.surroundings = surroundings;
    this.outer = outer;
  }

  /** Creates a scope for values that are valid in one rule only. */
  inner(): Scope {
    return new Scope(this.surroundings, this);
  }

  set(name: string, value: RuleValue): void {
    this.values.set(name, value);
  }

  get(name: string): RuleValue {
    return this.values.has(name) ? this.values.get(name) : this.outer?.get(name);
  }
}
