import type { Finding } from "./fixture.js";

/** A finding, where it was made, and how often. */
export interface DriftFinding extends Omit<Finding, "kind" | "side"> {
  /** `unreadable` is a message that its protocol cannot read, `unknownOperation` a request for none. */
  readonly kind: Finding["kind"] | "unreadable" | "unknownOperation";
  readonly side: Finding["side"];
  /** Empty where it is not known which one was meant. */
  readonly operation: string;
  readonly count: number;
}

/** Collects findings; the same one twice is one with a higher count. */
export class Drift {
  readonly #findings = new Map<string, DriftFinding>();

  add({ kind, operation, side, path, detail }: Omit<DriftFinding, "count">): void {
    const key = JSON.stringify([kind, operation, side, path, detail]);
    const count = (this.#findings.get(key)?.count ?? 0) + 1;
    this.#findings.set(key, { kind, operation, side, path, detail, count });
  }

  get findings(): readonly DriftFinding[] {
    return [...this.#findings.values()];
  }
}
