import type { $SchemaRef } from "@smithy/types";
import { membersOf, nameOf, resolveSchema } from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import { expected, Mismatch, within } from "../malformed-message.js";
import type { NumberKind, NumberKinds } from "../protocol.js";
import { isInherited, isRecord, memberValue, setOwn } from "../values/members.js";
import { createShapeCompiler, isDocument } from "../schema/shape-compiler.js";
import type { CompileShape, ReplaceShapes, ShapeParts } from "../schema/shape-compiler.js";

/** Options for reading a tree of plain data, which is parsed JSON or decoded CBOR. */
export interface TreeReading {
  /** True for servers: a union must have one known member, and dense collections no nulls. */
  readonly strict: boolean;
  /** True if the trait `@jsonName` is used. */
  readonly jsonName: boolean;
  readonly maxDepth: number;
  readonly kinds?: NumberKinds | undefined;
  /** Creates the reader of a simple shape, given its sentinel. */
  scalar(schema: number, kind: NumberKind | undefined): ReadTree;
  /** Replaces the readers of some kinds of shapes. */
  readonly replace?: ReplaceShapes<ReadTree> | undefined;
}

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

  interface Member {
    readonly name: string;
    readonly wire: string;
    readonly inherited: boolean;
    readonly nulls: boolean;
    readonly read: ReadTree;
  }

  const compileMembers = (schema: MemberedSchema): Member[] =>
    membersOf(schema).map(([name, reference]) => {
      const wire = (reading.jsonName && resolveSchema(reference).memberTraits.jsonName) || name;
      return {
        name,
        wire,
        inherited: isInherited(wire) || isInherited(name),
        nulls: isDocument(reference),
        read: compile(reference, kinds?.[nameOf(schema)]?.[name]?.number),
      };
    });

  const structure = (schema: MemberedSchema): ReadTree => {
    let members: Member[] | undefined;
    return (value, depth) => {
      if (!isRecord(value)) throw expected("an object", value);
      const inner = deeper(depth);
      members ??= compileMembers(schema);
      const out: Record<string, unknown> = {};
      let member: Member | undefined;
      try {
        for (member of members) {
          const item = member.inherited ? memberValue(value, member.wire) : value[member.wire];
          if (item === undefined || (item === null && !member.nulls)) continue;
          if (member.inherited) setOwn(out, member.name, member.read(item, inner));
          else out[member.name] = member.read(item, inner);
        }
      } catch (error) {
        throw within(error, member?.wire);
      }
      return out;
    };
  };

  const union = (schema: MemberedSchema): ReadTree => {
    let members: Map<string, Member> | undefined;
    return (value, depth) => {
      if (!isRecord(value)) throw expected("an object", value);
      const inner = deeper(depth);
      members ??= new Map(compileMembers(schema).map((member) => [member.wire, member]));
      const set = Object.keys(value).filter(
        (key) =>
          value[key] !== null &&
          value[key] !== undefined &&
          (key !== "__type" || members?.has(key)),
      );
      const known = set.filter((key) => members?.has(key));
      if (strict && (set.length !== 1 || known.length !== 1)) {
        throw new Mismatch(
          set.length === 1
            ? "Expected a member of the union, found an unknown one."
            : `Expected exactly one member of the union, found ${set.length === 0 ? "none" : set.length}.`,
        );
      }
      const wire = known[0] ?? set[0];
      const out: Record<string, unknown> = {};
      if (wire === undefined) return out;
      const member = members.get(wire);
      if (!member) {
        out["$unknown"] = [wire, value[wire]];
        return out;
      }
      try {
        setOwn(out, member.name, member.read(value[wire], inner));
      } catch (error) {
        throw within(error, wire);
      }
      return out;
    };
  };

  const usual: ShapeParts<ReadTree> = {
    scalar,
    list,
    map,
    structure,
    union,
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
