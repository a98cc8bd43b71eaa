import type { OperationDescription } from "@tinsmith/protocols";
import type { Exchange } from "../service/exchange.js";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import type { Constraints } from "@tinsmith/validation";
import { compileEnumCollector } from "./enum-collector.js";
import type { EnumCollector, EnumMembers } from "./enum-collector.js";

/** The parts of the model that a run has exercised, and the parts that it has not. */
export interface CoverageReport {
  readonly operations: readonly OperationCoverage[];
  /** Members with an enum type, in inputs and outputs, with counts of their values. */
  readonly enums: readonly EnumCoverage[];
  readonly totals: {
    readonly operations: Share;
    /** Modeled errors, each counted once for each operation that has it. */
    readonly errors: Share;
    readonly enumValues: Share;
  };
}

/** A part of a total. */
export interface Share {
  readonly covered: number;
  readonly total: number;
}

export interface OperationCoverage {
  readonly name: string;
  readonly requests: number;
  /** Responses without an error. */
  readonly successes: number;
  /** Modeled errors by name, in the order of the model; 0 for errors that were never returned. */
  readonly errors: Readonly<Record<string, number>>;
  /** Errors that the operation does not have in the model, such as `ValidationException`. */
  readonly otherErrors: Readonly<Record<string, number>>;
  /** Responses by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface EnumCoverage {
  /** The name of the member: `UsageRecordResult.Status`. */
  readonly member: string;
  /** Counts of the values in the model; 0 for values that never occurred. */
  readonly values: Readonly<Record<string, number>>;
  /** Counts of values that are not in the model. */
  readonly otherValues: Readonly<Record<string, number>>;
}

/** Counts the parts of the model that the requests of one tenant exercise. */
export class Coverage {
  readonly #operations: ReadonlyMap<string, OperationCounts>;
  readonly #enums = new Map<string, Map<string, number>>();
  readonly #countValue = (member: string, value: string): void => {
    let counts = this.#enums.get(member);
    if (!counts) this.#enums.set(member, (counts = new Map()));
    increase(counts, value);
  };

  constructor(operations: readonly OperationDescription[], constraints: Constraints) {
    this.#operations = new Map(
      operations.map((operation) => [
        nameOf(operation.schema),
        new OperationCounts(operation, constraints),
      ]),
    );
  }

  /** Counts an exchange whose response had the status. */
  record(exchange: Exchange, status: number): void {
    const counts = this.#operations.get(exchange.operation);
    if (!counts) return;
    counts.requests += 1;
    // The connection broke before the server responded.
    if (status === 0) return;
    increase(counts.statuses, status);
    if (exchange.error) increase(counts.errors, exchange.error.code);
    else counts.successes += 1;
    const { input, output } = counts.collectors;
    if (input && exchange.input !== undefined) input.collect(exchange.input, this.#countValue);
    if (output && exchange.output !== undefined) output.collect(exchange.output, this.#countValue);
  }

  report(): CoverageReport {
    const operations = [...this.#operations.values()].map((counts) => counts.report());
    const enums = this.#enumReport();
    const errors = operations.flatMap((operation) => Object.values(operation.errors));
    const values = enums.flatMap((one) => Object.values(one.values));
    return {
      operations,
      enums,
      totals: {
        operations: shareOf(operations.map(({ requests }) => requests)),
        errors: shareOf(errors),
        enumValues: shareOf(values),
      },
    };
  }

  /** Resets all counts. */
  clear(): void {
    for (const counts of this.#operations.values()) counts.clear();
    this.#enums.clear();
  }

  #enumReport(): EnumCoverage[] {
    const members = new Map<string, readonly string[]>();
    for (const { collectors } of this.#operations.values()) {
      for (const side of [collectors.input, collectors.output]) {
        for (const [member, values] of side?.members ?? []) members.set(member, values);
      }
    }
    return [...members]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([member, values]) => {
        const seen = this.#enums.get(member) ?? new Map<string, number>();
        return {
          member,
          values: Object.fromEntries(values.map((value) => [value, seen.get(value) ?? 0])),
          otherValues: Object.fromEntries([...seen].filter(([value]) => !values.includes(value))),
        };
      });
  }
}

interface Collector {
  readonly collect: EnumCollector;
  readonly members: EnumMembers;
}

class OperationCounts {
  requests = 0;
  successes = 0;
  readonly statuses = new Map<number, number>();
  readonly errors = new Map<string, number>();
  readonly #operation: OperationDescription;
  readonly #constraints: Constraints;
  #collectors:
    | { readonly input: Collector | undefined; readonly output: Collector | undefined }
    | undefined;

  constructor(operation: OperationDescription, constraints: Constraints) {
    this.#operation = operation;
    this.#constraints = constraints;
  }

  /** Compiled on first use. */
  get collectors() {
    this.#collectors ??= {
      input: compileEnumCollector(inputOf(this.#operation.schema), this.#constraints),
      output: compileEnumCollector(outputOf(this.#operation.schema), this.#constraints),
    };
    return this.#collectors;
  }

  report(): OperationCoverage {
    const { schema, errors } = this.#operation;
    const modeled = errors.map((error) => nameOf(error));
    return {
      name: nameOf(schema),
      requests: this.requests,
      successes: this.successes,
      errors: Object.fromEntries(modeled.map((name) => [name, this.errors.get(name) ?? 0])),
      otherErrors: Object.fromEntries([...this.errors].filter(([name]) => !modeled.includes(name))),
      statuses: Object.fromEntries(this.statuses),
    };
  }

  clear(): void {
    this.requests = 0;
    this.successes = 0;
    this.statuses.clear();
    this.errors.clear();
  }
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const shareOf = (counts: readonly number[]): Share => ({
  covered: counts.filter((count) => count > 0).length,
  total: counts.length,
});
