import { aspects } from "./compare.js";
import type { Difference } from "./compare.js";
import type { Question } from "./question.js";
import { eventIds } from "./reference/event-ids.js";
import type { Compared } from "./run.js";
import { sizeOf } from "./shrink.js";

/**
 * Differences that seem to have the same cause, and the clearest question that shows one of them.
 */
export interface DifferenceKind {
  readonly key: string;
  count: number;
  example: Question;
  difference: Difference;
  weight: number;
}

/** Collects the results of a run. */
export class FuzzReport {
  readonly #perAspect = new Map<string, number>();
  readonly #kinds = new Map<string, DifferenceKind>();
  readonly #ids = new Map<string, number>();
  #total = 0;
  #failed = 0;
  #events = 0;
  readonly #unequal = { messages: 0, places: 0 };

  add({ question, theirs, differences }: Compared): void {
    this.#total++;
    if (theirs.failure !== undefined) this.#failed++;
    for (const { id } of theirs.events ?? []) {
      this.#events++;
      this.#ids.set(id, (this.#ids.get(id) ?? 0) + 1);
    }
    for (const aspect of new Set(differences.map((one) => one.aspect)))
      this.#perAspect.set(aspect, (this.#perAspect.get(aspect) ?? 0) + 1);
    for (const difference of differences) this.#addDifference(question, differences, difference);
  }

  #addDifference(
    question: Question,
    differences: readonly Difference[],
    difference: Difference,
  ): void {
    const { aspect, kind, detail } = difference;
    if ((aspect === "messages" || aspect === "places") && detail.startsWith("missing"))
      this.#unequal[aspect]++;
    if (aspect === "verdict") return;
    const key = `${aspect} ${kind}`;
    const weight = differences.length * 10_000 + sizeOf(question);
    const known = this.#kinds.get(key);
    if (known) known.count++;
    if (known && weight < known.weight)
      Object.assign(known, { example: question, difference, weight });
    if (!known) this.#kinds.set(key, { key, count: 1, example: question, difference, weight });
  }

  /** The kinds of differences, most frequent first. */
  get kinds(): readonly DifferenceKind[] {
    return [...this.#kinds.values()].sort((a, b) => b.count - a.count);
  }

  /** Returns the number of models that differ in an aspect. */
  count(aspect: (typeof aspects)[number]): number {
    return this.#perAspect.get(aspect) ?? 0;
  }

  /** The number of times that the reference reported each event id. */
  get ids(): ReadonlyMap<string, number> {
    return this.#ids;
  }

  /** Returns the figures of the run. */
  summary(): string {
    const per = (count: number, of: number): string =>
      of === 0 ? "0" : ((count / of) * 10_000).toFixed(1);
    const lines = aspects.map((aspect) => {
      const count = this.count(aspect);
      return `${aspect.padEnd(10)}${String(count).padStart(7)}${per(count, this.#total).padStart(10)} per 10,000`;
    });
    const { messages, places } = this.#unequal;
    return [
      `${this.#total} models, of which the reference failed on ${this.#failed}`,
      ...lines,
      `${this.#events} events: ${messages} with another message, ${places} at another place`,
      ...this.#reached(),
    ].join("\n");
  }

  /** Returns the number of known event ids that were reached, and lists the ids that were not. */
  #reached(): readonly string[] {
    const counts = eventIds.map((id): [string, number] => {
      const begins = (other: string): boolean =>
        other === id || other.startsWith(`${id}.`) || other.startsWith(`${id}_`);
      const found = [...this.#ids].filter(([other]) => begins(other));
      return [id, found.reduce((sum, [, count]) => sum + count, 0)];
    });
    const atLeast = (least: number): number => counts.filter(([, count]) => count >= least).length;
    const missing = counts.flatMap(([id, count]) => (count === 0 ? [id] : []));
    return [
      `${atLeast(1)} of ${eventIds.length} event ids, ${atLeast(10)} of them ten times or more`,
      ...(missing.length > 0 ? [`not reached: ${missing.join(", ")}`] : []),
    ];
  }
}
