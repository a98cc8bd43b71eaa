import type { $SchemaRef } from "@smithy/types";

import { errorProperty } from "@tinsmith/values";
import { constraintsOf } from "./constraints.js";
import type { Bounds, Constraints, MemberConstraints } from "./constraints.js";
import { viewOf } from "./schema-view.js";
import type { SimpleView, StructureView } from "./schema-view.js";
import { integerLimit } from "./type-checks.js";

/**
 * A JSON Schema, or a part of one.
 *
 * @public
 */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * Creates the JSON Schema of a shape. It describes values as JSON, independent of the protocol:
 * timestamps are RFC 3339 strings, blobs are base64 strings, big numbers are numbers, NaN and the
 * infinities are strings, and event streams are arrays of their events. Structures and unions
 * become definitions; all other shapes are inlined.
 *
 * The length of a blob is only approximate, because base64 encodes groups of three bytes. Patterns
 * that the Unicode mode of regular expressions rejects are omitted.
 *
 * @throws RangeError if the target is neither `draft-2020-12` nor `draft-07`
 */
export function toJsonSchema(
  schema: $SchemaRef,
  constraints: Constraints,
  own: MemberConstraints = {},
  target: string = "draft-2020-12",
): Record<string, unknown> {
  const dialect = Object.hasOwn(dialects, target) ? dialects[target] : undefined;
  if (!dialect) {
    throw new RangeError(
      `Unknown JSON Schema target "${target}". Expected one of: ${Object.keys(dialects).join(", ")}.`,
    );
  }
  const definitions = new Definitions(constraints, dialect.definitions);
  const root = definitions.schemaOf(schema, own);
  return {
    $schema: dialect.uri,
    ...root,
    ...(definitions.found.size > 0 && {
      [dialect.definitions]: Object.fromEntries(definitions.found),
    }),
  };
}

const dialects: Readonly<Record<string, { readonly uri: string; readonly definitions: string }>> = {
  "draft-2020-12": { uri: "https://json-schema.org/draft/2020-12/schema", definitions: "$defs" },
  "draft-07": { uri: "http://json-schema.org/draft-07/schema#", definitions: "definitions" },
};

class Definitions {
  readonly found = new Map<string, JsonSchema>();
  readonly #constraints: Constraints;
  readonly #keyword: string;

  constructor(constraints: Constraints, keyword: string) {
    this.#constraints = constraints;
    this.#keyword = keyword;
  }

  schemaOf(ref: $SchemaRef, constraints: MemberConstraints): JsonSchema {
    const view = viewOf(ref);
    switch (view.kind) {
      case "list":
        return {
          type: "array",
          items: this.#entry(view.member, this.#of(view.name, "member"), view.sparse),
          ...countOf(constraints.length, "minItems", "maxItems"),
          ...(constraints.uniqueItems && { uniqueItems: true }),
        };
      case "map": {
        const key = stringKeywords(this.#of(view.name, "key"));
        return {
          type: "object",
          ...(Object.keys(key).length > 0 && { propertyNames: key }),
          additionalProperties: this.#entry(view.value, this.#of(view.name, "value"), view.sparse),
          ...countOf(constraints.length, "minProperties", "maxProperties"),
        };
      }
      case "structure":
      case "union":
        return view.streaming
          ? { type: "array", items: this.#reference(view) }
          : this.#reference(view);
      default:
        return simpleSchema(view, constraints);
    }
  }

  #reference(view: StructureView): JsonSchema {
    if (!this.found.has(view.name)) {
      // The name is reserved first, because a member may refer back to this shape.
      this.found.set(view.name, {});
      this.found.set(view.name, this.#definition(view));
    }
    return { $ref: `#/${this.#keyword}/${view.name}` };
  }

  #definition({ kind, name, members, fault }: StructureView): JsonSchema {
    const propertyOf = (member: string): string => (fault ? errorProperty(member) : member);
    const shown = members.filter(
      (member) => !fault || !errorProperties.has(propertyOf(member.name)),
    );
    const properties = new Map<string, JsonSchema>(
      shown.map((member) => {
        const constraints = this.#of(name, member.name);
        const entry = this.#entry(member.ref, constraints, constraints.nullable === true);
        return [propertyOf(member.name), entry];
      }),
    );
    const required = shown
      .filter((member) => this.#of(name, member.name).required)
      .map((member) => propertyOf(member.name));
    if (fault) {
      properties.set("name", { const: name });
      properties.set("$fault", { const: fault });
      properties.set("message", { type: "string" });
      required.push(...errorProperties);
    }
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      ...(kind === "union" && {
        oneOf: shown.map((member) => ({
          properties: { [member.name]: true },
          required: [member.name],
        })),
      }),
    };
  }

  #entry(ref: $SchemaRef, constraints: MemberConstraints, nullable: boolean): JsonSchema {
    const schema = this.schemaOf(ref, constraints);
    return nullable ? { anyOf: [schema, { type: "null" }] } : schema;
  }

  #of(container: string | undefined, member: string): MemberConstraints {
    return constraintsOf(this.#constraints, container, member);
  }
}

const errorProperties: ReadonlySet<string> = new Set(["name", "$fault", "message"]);

function simpleSchema({ kind }: SimpleView, constraints: MemberConstraints): JsonSchema {
  switch (kind) {
    case "string":
      return { type: "string", ...stringKeywords(constraints) };
    case "number":
      return numberSchema(constraints);
    case "boolean":
      return { type: "boolean" };
    case "timestamp":
      return { type: "string", format: "date-time" };
    case "bigInteger":
      return { type: "integer", ...rangeOf(constraints.range) };
    case "bigDecimal":
      return { type: "number", ...rangeOf(constraints.range) };
    case "blob":
    case "streamingBlob":
      return {
        type: "string",
        contentEncoding: "base64",
        ...countOf(base64Bounds(constraints.length), "minLength", "maxLength"),
      };
    case "document":
      return {};
  }
}

function stringKeywords(constraints: MemberConstraints): JsonSchema {
  const { pattern } = constraints;
  return {
    ...(constraints.enum && !constraints.openEnum && { enum: constraints.enum }),
    ...countOf(constraints.length, "minLength", "maxLength"),
    ...(pattern !== undefined && { pattern }),
  };
}

function numberSchema({ number, range, intEnum, openEnum }: MemberConstraints): JsonSchema {
  if (intEnum && !openEnum) return { type: "integer", enum: intEnum, ...rangeOf(range) };
  if (number !== undefined && number !== "float" && number !== "double") {
    const limit = integerLimit[number];
    return {
      type: "integer",
      ...(limit !== undefined && { minimum: -limit - 1, maximum: limit }),
      ...rangeOf(range),
    };
  }
  // JSON cannot represent these numbers. NaN is outside of every range. An infinity is inside a
  // range that has no bound on its side.
  const special = [
    ...(range ? [] : ["NaN"]),
    ...(range?.max === undefined ? ["Infinity"] : []),
    ...(range?.min === undefined ? ["-Infinity"] : []),
  ];
  const finite = { type: "number", ...rangeOf(range) };
  return special.length > 0 ? { anyOf: [finite, { enum: special }] } : finite;
}

const rangeOf = (range: Bounds | undefined): JsonSchema => countOf(range, "minimum", "maximum");

const countOf = (bounds: Bounds | undefined, minimum: string, maximum: string): JsonSchema => ({
  ...(bounds?.min !== undefined && { [minimum]: bounds.min }),
  ...(bounds?.max !== undefined && { [maximum]: bounds.max }),
});

/** Converts bounds in bytes to characters: base64 encodes up to three bytes as four characters. */
const base64Bounds = (bounds: Bounds | undefined): Bounds | undefined =>
  bounds && {
    ...(bounds.min !== undefined && { min: 4 * Math.ceil(bounds.min / 3) }),
    ...(bounds.max !== undefined && { max: 4 * Math.ceil(bounds.max / 3) }),
  };
