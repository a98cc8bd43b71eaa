import type { Handler } from "../service/handler.js";
import { createOverride } from "./override.js";
import type { Override, OverrideDescription, OverrideRule } from "./override.js";

/** The overrides of one tenant, newest first. */
export class Overrides {
  #rules: readonly OverrideRule[] = [];
  #count = 0;

  /** @param checkOutput - throws if the operation cannot respond with the output */
  add<Input, Output>(
    operation: string,
    partialInput: unknown,
    checkOutput: (output: unknown) => void,
  ): Override<Input, Output> {
    const { override, rule } = createOverride<Input, Output>({
      id: `override-${++this.#count}`,
      operation,
      partialInput,
      checkOutput,
      remove: (removed) => void this.remove(removed.id),
    });
    this.#rules = [rule, ...this.#rules];
    return override;
  }

  /**
   * Returns the handler that overrides the operation for this input. Waits for the delay of the
   * override first.
   */
  async take(operation: string, input: unknown): Promise<Handler | undefined> {
    for (const rule of this.#rules) {
      if (rule.operation !== operation || !rule.matches(input)) continue;
      const { delay, handler } = rule.next();
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      if (handler) return handler;
    }
    return undefined;
  }

  get isEmpty(): boolean {
    return this.#rules.length === 0;
  }

  list(): readonly OverrideDescription[] {
    return this.#rules.map((rule) => rule.describe());
  }

  /** Removes an override. Returns false if the id is unknown. */
  remove(id: string): boolean {
    const kept = this.#rules.filter((rule) => rule.id !== id);
    const removed = kept.length < this.#rules.length;
    this.#rules = kept;
    return removed;
  }

  clear(): void {
    this.#rules = [];
  }

  checkpoint(): () => void {
    const rules = this.#rules;
    const restores = rules.map((rule) => rule.checkpoint());
    return () => {
      this.#rules = rules;
      for (const restore of restores) restore();
    };
  }
}
