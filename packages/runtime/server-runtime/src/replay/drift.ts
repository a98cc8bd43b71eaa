import type { Finding } from "./fixture.js";

/** A finding with its operation and the number of its occurrences. */
export interface DriftFinding extends Omit<Finding, "kind" | "side"> {
  /**
   * `unreadable` is a message that its protocol cannot read; `unknownOperation` is a request that
   * no operation matches.
   */
  readonly kind: Finding["kind"] | "unreadable" | "unknownOperation";
  readonly side: Finding["side"];
  /** Empty if the operation is not known. */
  readonly operation: string;
  readonly count: number;
}

/** Collects findings. Counts equal findings. */
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
