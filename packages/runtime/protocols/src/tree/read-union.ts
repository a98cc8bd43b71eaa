import { expected, Mismatch, within } from "../malformed-message.js";
import { isRecord, setOwn } from "../values/members.js";
import type { ReadUnion, TreeMember } from "./tree-reader.js";

/** Reads the only member of a union that is set. */
export const readUnion: ReadUnion = (compileMembers, strict, deeper) => {
  let members: Map<string, TreeMember> | undefined;
  return (value, depth) => {
    if (!isRecord(value)) throw expected("an object", value);
    const inner = deeper(depth);
    members ??= new Map(compileMembers().map((member) => [member.wire, member]));
    const set = Object.keys(value).filter(
      (key) =>
        value[key] !== null && value[key] !== undefined && (key !== "__type" || members?.has(key)),
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
