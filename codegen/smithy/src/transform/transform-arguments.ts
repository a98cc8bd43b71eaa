import type { NodeValue } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";

/** Reports that an argument is invalid; `path` leads from the arguments to the place. */
export type ReportArgument = (message: string, path: readonly (string | number)[]) => void;

/**
 * Reads the arguments of a transform. Invalid and unknown arguments are reported, each at its
 * place.
 */
export class TransformArguments {
  readonly #values: { readonly [name: string]: NodeValue };
  readonly #known = new Set<string>();
  readonly #report: ReportArgument;

  constructor(values: NodeValue | undefined, report: ReportArgument) {
    if (values !== undefined && !isNodeObject(values)) report("must be an object", []);
    this.#values = isNodeObject(values) ? values : {};
    this.#report = report;
  }

  /** A required list of strings. */
  strings(name: string): readonly string[] {
    return this.#listOf(name, true);
  }

  /** A list of strings; empty if omitted. */
  optionalStrings(name: string): readonly string[] {
    return this.#listOf(name, false);
  }

  /** A required string. */
  string(name: string): string {
    return this.optionalString(name, true) ?? "";
  }

  optionalString(name: string, isRequired = false): string | undefined {
    const value = this.#take(name, isRequired);
    if (value === undefined || typeof value === "string") return value;
    this.#report("must be a string", [name]);
    return undefined;
  }

  /** A boolean; false if omitted. */
  boolean(name: string): boolean {
    const value = this.#take(name, false);
    if (value !== undefined && typeof value !== "boolean") {
      this.#report("must be true or false", [name]);
    }
    return value === true;
  }

  /** A required object of strings. */
  stringMap(name: string): ReadonlyMap<string, string> {
    const value = this.#take(name, true);
    const entries = new Map<string, string>();
    if (value === undefined) return entries;
    if (!isNodeObject(value)) {
      this.#report("must be an object of strings", [name]);
      return entries;
    }
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === "string") entries.set(key, item);
      else this.#report("must be a string", [name, key]);
    }
    return entries;
  }

  /** Reports a value that has the right type but is invalid. */
  report(message: string, ...path: readonly (string | number)[]): void {
    this.#report(message, path);
  }

  /** Reports unknown arguments. */
  finish(): void {
    for (const name of Object.keys(this.#values)) {
      if (this.#known.has(name)) continue;
      const known = [...this.#known].join(", ");
      this.#report(
        known === "" ? "unknown argument" : `unknown argument. Expected one of: ${known}.`,
        [name],
      );
    }
  }

  #take(name: string, isRequired: boolean): NodeValue | undefined {
    this.#known.add(name);
    if (Object.hasOwn(this.#values, name)) return this.#values[name];
    if (isRequired) this.#report("is missing", [name]);
    return undefined;
  }

  #listOf(name: string, isRequired: boolean): readonly string[] {
    const value = this.#take(name, isRequired);
    if (value === undefined) return [];
    if (!isNodeArray(value)) {
      this.#report("must be a list of strings", [name]);
      return [];
    }
    return value.flatMap((item, index) => {
      if (typeof item === "string") return [item];
      this.#report("must be a string", [name, index]);
      return [];
    });
  }
}
