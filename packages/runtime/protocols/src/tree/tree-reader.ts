import type { $SchemaRef } from "@smithy/types";
import {
  isError,
  isUnion,
  membersOf,
  nameOf,
  requiredCountOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import { expected, Mismatch, within } from "../malformed-message.js";
import type { NumberKind, NumberKinds } from "../protocol.js";
import { isInherited, isRecord, memberValue, setOwn } from "../values/members.js";
import { createShapeCompiler, isDocument } from "../schema/shape-compiler.js";
import type { CompileShape, ReplaceShapes, ShapeParts } from "../schema/shape-compiler.js";

/** Options for reading a tree of plain data: parsed JSON or decoded CBOR. */
export interface TreeReading {
  /**
   * True for servers. A union must then have exactly one known member, and dense collections must
   * not contain nulls.
   */
  readonly strict: boolean;
  /** True if the trait `@jsonName` is used. */
  readonly jsonName: boolean;
  readonly maxDepth: number;
  readonly kinds?: NumberKinds | undefined;
  /** Creates the reader of a simple shape, given its sentinel. */
  scalar(schema: number, kind: NumberKind | undefined): ReadTree;
  /**
   * Returns the value of a required member that a server omitted. Absent if another pass corrects
   * responses, or if nothing does.
   */
  readonly missing?: ((reference: $SchemaRef) => unknown) | undefined;
  /** Compiles readers of unions; absent for services without unions. */
  readonly union: ReadUnion | undefined;
  /** Replaces the readers of some kinds of shapes. */
  readonly replace?: ReplaceShapes<ReadTree> | undefined;
}

/** A member of a structure or union, for reading. */
export interface TreeMember {
  readonly name: string;
  readonly wire: string;
  readonly inherited: boolean;
  readonly nulls: boolean;
  readonly read: ReadTree;
  readonly missing: (() => unknown) | undefined;
}

/** Compiles the reader of a union, given the readers of its members. */
export type ReadUnion = (
  members: () => readonly TreeMember[],
  strict: boolean,
  deeper: (depth: number) => number,
) => ReadTree;

/** Reads a value that is not null. Throws a `Mismatch` if it is invalid. */
export type ReadTree = (value: unknown, depth: number) => unknown;

/** Compiles the reader of each shape once, on first use. */
export function createTreeReaders(reading: TreeReading): (reference: $SchemaRef) => ReadTree {
  const { strict, maxDepth, kinds, scalar } = reading;
  const deeper = (depth: number): number => {
    if (depth >= maxDepth) throw new Mismatch("The body nests too deeply.");
    return depth + 1;
  };

  const list =
    (read: ReadTree, sparse: boolean): ReadTree =>
    (value, depth) => {
      if (!Array.isArray(value)) throw expected("an array", value);
      const inner = deeper(depth);
      const out: unknown[] = [];
      let index = 0;
      try {
        for (; index < value.length; index++) {
          const item: unknown = value[index];
          if (item !== null && item !== undefined) out.push(read(item, inner));
          else if (sparse) out.push(null);
          else if (strict) throw expected("a value", item);
        }
      } catch (error) {
        throw within(error, index);
      }
      return out;
    };

  const map =
    (read: ReadTree, sparse: boolean): ReadTree =>
    (value, depth) => {
      if (!isRecord(value)) throw expected("an object", value);
      const inner = deeper(depth);
      const out: Record<string, unknown> = {};
      let key: string | undefined;
      try {
        for (key of Object.keys(value)) {
          const item = value[key];
          if (item !== null && item !== undefined) setOwn(out, key, read(item, inner));
          else if (sparse) setOwn(out, key, null);
          else if (strict) throw expected("a value", item);
        }
      } catch (error) {
        throw within(error, key);
      }
      return out;
    };

  const compileMembers = (schema: MemberedSchema): TreeMember[] =>
    membersOf(schema).map(([name, reference], index) => {
      const wire = (reading.jsonName && resolveSchema(reference).memberTraits.jsonName) || name;
      return {
        name,
        wire,
        inherited: isInherited(wire) || isInherited(name),
        nulls: isDocument(reference),
        missing:
          reading.missing && index < requiredOf(schema, name)
            ? () => reading.missing?.(reference)
            : undefined,
        read: compile(reference, kinds?.[nameOf(schema)]?.[name]?.number),
      };
    });

  const structure = (schema: MemberedSchema): ReadTree => {
    let members: TreeMember[] | undefined;
    return (value, depth) => {
      if (!isRecord(value)) throw expected("an object", value);
      const inner = deeper(depth);
      members ??= compileMembers(schema);
      const out: Record<string, unknown> = {};
      let member: TreeMember | undefined;
      try {
        for (member of members) {
          const item = member.inherited ? memberValue(value, member.wire) : value[member.wire];
          if (item === undefined || (item === null && !member.nulls)) {
            if (member.missing) setOwn(out, member.name, member.missing());
            continue;
          }
          if (member.inherited) setOwn(out, member.name, member.read(item, inner));
          else out[member.name] = member.read(item, inner);
        }
      } catch (error) {
        throw within(error, member?.wire);
      }
      return out;
    };
  };

  const usual: ShapeParts<ReadTree> = {
    scalar,
    list,
    map,
    structure,
    union: (schema) =>
      reading.union?.(() => compileMembers(schema), strict, deeper) ?? structure(schema),
    later: (make) => {
      let read: ReadTree | undefined;
      return (value, depth) => (read ??= make())(value, depth);
    },
  };
  const compile: CompileShape<ReadTree> = createShapeCompiler(
    reading.replace?.(usual, (reference, kind) => compile(reference, kind)) ?? usual,
    kinds,
  );
  return (reference) => compile(reference);
}

/**
 * Returns how many of the first members are required, for the check of the member `name`. Returns 0
 * for the message of an error, which has a separate default.
 */
const requiredOf = (schema: MemberedSchema, name: string): number =>
  isUnion(schema) || (isError(schema) && name.toLowerCase() === "message")
    ? 0
    : requiredCountOf(schema);
