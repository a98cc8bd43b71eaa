import type { $SchemaRef } from "@smithy/types";
import { Mismatch } from "@tinsmith/protocols/json";
import type { CompileShape, ReadTree } from "@tinsmith/protocols/json";
import { membersOf, nameOf, traitsOf } from "@tinsmith/protocols/schema";
import type { MemberedSchema } from "@tinsmith/protocols/schema";
import { compileChecks } from "@tinsmith/validation";
import type { Checks, Constraints } from "@tinsmith/validation";
import { isOfType } from "./json-types.js";

/** A member of a union, and the checks that a value of the member passes. */
interface Candidate {
  readonly name: string;
  readonly reference: $SchemaRef;
  readonly read: ReadTree;
  readonly checks: Checks;
}

/**
 * Compiles the reader of a union whose messages do not name the member. The reader chooses the
 * first member for which the value is valid, including required members and constraints: `{ "a": 1
 * }` is not valid for a structure that requires `b`.
 *
 * @param readUnknown - reads a value that is valid for no member; undefined for readers that refuse
 * it
 */
export function untaggedReader(
  union: MemberedSchema,
  compile: CompileShape<ReadTree>,
  readUnknown: ReadTree | undefined,
): ReadTree {
  let candidates: readonly Candidate[] | undefined;
  // Cached, because a nested value is read again for each candidate of the values around it.
  const known = new WeakMap<object, unknown>();
  const find: ReadTree = (value, depth) => {
    candidates ??= candidatesOf(union, compile);
    for (const candidate of candidates) {
      const found = attempt(candidate, value, depth);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (value, depth) => {
    const isObject = typeof value === "object" && value !== null;
    const before = isObject ? known.get(value) : undefined;
    const found = before ?? find(value, depth) ?? "none";
    if (isObject) known.set(value, found);
    if (found !== "none") return found;
    if (readUnknown !== undefined) return { $unknown: ["", readUnknown(value, depth)] };
    throw new Mismatch(`Expected a value of a member of ${nameOf(union)}.`);
  };
}

function candidatesOf(union: MemberedSchema, compile: CompileShape<ReadTree>) {
  // The plan writes the constraints into the schema in this form.
  const constraints = (traitsOf(union)["constraints"] ?? {}) as Constraints;
  const own = constraints[nameOf(union)] ?? {};
  return membersOf(union).map(([name, reference]): Candidate => {
    const options = { constraints, own: own[name], as: "value" } as const;
    return {
      name,
      reference,
      read: compile(reference),
      checks: compileChecks(reference, options),
    };
  });
}

function attempt({ name, reference, read, checks }: Candidate, value: unknown, depth: number) {
  if (!isOfType(reference, value)) return undefined;
  try {
    const member = read(value, depth);
    return checks(member).length === 0 ? { [name]: member } : undefined;
  } catch (error) {
    if (error instanceof Mismatch) return undefined;
    throw error;
  }
}
