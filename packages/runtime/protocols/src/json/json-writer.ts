import type { $SchemaRef } from "@smithy/types";
import { membersOf, nameOf, resolveSchema } from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import { atMember, isInherited, isRecord, memberValue } from "../values/members.js";
import { createShapeCompiler, isDocument } from "../schema/shape-compiler.js";
import type { CompileShape, ShapeParts } from "../schema/shape-compiler.js";
import type { WriteJson } from "./json-forms.js";
import type { JsonParts } from "./json-parts.js";
import { jsonScalarWriter } from "./json-scalar-writer.js";
import { quote } from "../values/quote.js";
import type { JsonStyle } from "./json-style.js";

/** Compiles the writer of each shape once, on first use. */
export function createJsonWriters(
  style: JsonStyle,
  parts: JsonParts,
): (reference: $SchemaRef) => WriteJson {
  const list =
    (write: WriteJson, sparse: boolean): WriteJson =>
    (value) => {
      if (!isIterable(value)) throw new TypeError("Expected a list.");
      let text = "";
      let index = 0;
      try {
        for (const item of value) {
          if (item !== null && item !== undefined) text += (text && ",") + write(item);
          else if (sparse) text += text ? ",null" : "null";
          index++;
        }
      } catch (error) {
        throw atMember(error, index);
      }
      return `[${text}]`;
    };

  const map =
    (write: WriteJson, sparse: boolean): WriteJson =>
    (value) => {
      if (!isRecord(value)) throw new TypeError("Expected an object for a map.");
      let text = "";
      for (const key of Object.keys(value)) {
        const item = value[key];
        if (item !== null && item !== undefined)
          text += `${text && ","}${quote(key)}:${write(item)}`;
        else if (sparse && item === null) text += `${text && ","}${quote(key)}:null`;
      }
      return `{${text}}`;
    };

  interface Member {
    readonly name: string;
    readonly inherited: boolean;
    readonly prefix: string;
    readonly nulls: boolean;
    readonly write: WriteJson;
  }

  const compileMembers = (schema: MemberedSchema): Member[] =>
    membersOf(schema).map(([name, reference]) => {
      const wire = (style.jsonName && resolveSchema(reference).memberTraits.jsonName) || name;
      return {
        name,
        inherited: isInherited(name),
        prefix: `${JSON.stringify(wire)}:`,
        nulls: isDocument(reference),
        write: compile(reference),
      };
    });

  const structure = (schema: MemberedSchema): WriteJson => {
    let members: Member[] | undefined;
    return (value) => {
      if (!isRecord(value)) throw new TypeError(`Expected an object for ${nameOf(schema)}.`);
      members ??= compileMembers(schema);
      let text = "";
      for (const { name, inherited, prefix, nulls, write } of members) {
        const item = inherited ? memberValue(value, name) : value[name];
        if (item === undefined || (item === null && !nulls)) continue;
        try {
          text += (text && ",") + prefix + write(item);
        } catch (error) {
          throw atMember(error, name);
        }
      }
      return `{${text}}`;
    };
  };

  const usual: ShapeParts<WriteJson> = {
    scalar: (sentinel) => jsonScalarWriter(sentinel, style, parts),
    list,
    map,
    structure,
    union: (schema) => parts.unions?.write(structure(schema), style, parts) ?? structure(schema),
    later: (make) => {
      let write: WriteJson | undefined;
      return (value) => (write ??= make())(value);
    },
  };
  const compile: CompileShape<WriteJson> = createShapeCompiler(
    style.forms?.write?.(usual, (reference) => compile(reference)) ?? usual,
  );
  return (reference) => compile(reference);
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;
