import type { Partition } from "../../../../endpoints/index.js";
import type { RuleValue } from "./rule-value.js";

/** What rules ask for that is not in the model. */
export interface Surroundings {
  readonly partition: (region: string) => Partition | undefined;
}

/** The values that have a name where an expression stands: parameters, and what conditions assigned. */
export class Scope {
  readonly surroundings: Surroundings;
  private readonly values = new Map<string, RuleValue>();
  private readonly outer: Scope | undefined;

  constructor(surroundings: Surroundings, outer?: Scope) {
    this.surroundings = surroundings;
    this.outer = outer;
  }

  /** A scope for what holds in one rule only. */
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
