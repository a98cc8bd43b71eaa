import {
  Sentinel,
  isError,
  isList,
  isMap,
  isStructure,
  isUnion,
  listMemberOf,
  mapValueOf,
  membersOf,
  requiredCountOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema } from "@tinsmith/schema";
import { Decimal } from "../values/decimal.js";
import { copyJson } from "@tinsmith/values";
import type { $SchemaRef } from "@smithy/types";
import { isRecord, memberValue, setOwn } from "../values/members.js";
import { fromBase64 } from "../values/base64.js";
import { parseTimestamp, timestampFormatOf } from "../values/timestamps.js";

/** Selects the members to fill in. */
export interface Filling {
  /** Fills in the defaults of members that are optional for clients, too. */
  readonly clientOptional: boolean;
  /** Sets missing required members without a default to the zero value of their type. */
  readonly correct: boolean;
}

/** Fills in the missing members of a value. Returns the same object if none are missing. */
export type Fill = (value: unknown) => unknown;

/** Compiles the filler of each shape once, on first use. */
export function createFillers(filling: Filling): (reference: $SchemaRef) => Fill {
  const compiled = new WeakMap<object, Fill>();

  const compile = ({ schema }: ResolvedSchema): Fill => {
    if (typeof schema === "number") return (value) => value;
    const known = compiled.get(schema);
    if (known) return known;
    let fill: Fill = (value) => value;
    if (isList(schema)) {
      const each = later(listMemberOf(schema));
      fill = (value) => (Array.isArray(value) ? value.map(each) : value);
    } else if (isMap(schema)) {
      fill = mapFiller(later(mapValueOf(schema)));
    } else if (isUnion(schema)) {
      fill = structure(schema, 0);
    } else if (isStructure(schema)) {
      fill = structure(schema, requiredCountOf(schema));
    } else if (isError(schema)) {
      // The code that creates the exception sets a default message.
      fill = structure(schema, requiredCountOf(schema), "message");
    }
    compiled.set(schema, fill);
    return fill;
  };

  /** Compiles on first use, because an element may refer back to its container. */
  const later = (reference: $SchemaRef): Fill => {
    let fill: Fill | undefined;
    return (value) =>
      value === null || value === undefined
        ? value
        : (fill ??= compile(resolveSchema(reference)))(value);
  };

  const structure = (schema: MemberedSchema, required: number, except?: string): Fill => {
    let members:
      | { name: string; fill: Fill; missing: (() => unknown) | undefined; nullable: boolean }[]
      | undefined;
    return (value) => {
      if (!isRecord(value)) return value;
      members ??= membersOf(schema).map(([name, reference], index) => {
        const resolved = resolveSchema(reference);
        const fill = compile(resolved);
        return {
          name,
          fill,
          nullable: resolved.memberTraits["nullable"] === 1,
          missing: missingValue(resolved, fill, index < required && name.toLowerCase() !== except),
        };
      });
      let out = value;
      for (const { name, fill, missing, nullable } of members) {
        const item = memberValue(value, name);
        if (item === null && nullable) continue;
        const filled = item === undefined || item === null ? missing?.() : fill(item);
        if (filled === undefined || filled === item) continue;
        if (out === value) out = { ...value };
        setOwn(out, name, filled);
      }
      return out;
    };
  };

  const missingValue = (
    resolved: ResolvedSchema,
    fill: Fill,
    isRequired: boolean,
  ): (() => unknown) | undefined => {
    const { memberTraits } = resolved;
    // The default of a streaming blob is always empty. Consumers handle a missing stream.
    if (resolved.schema === Sentinel.streamingBlob) return undefined;
    const isDefault = "default" in memberTraits && memberTraits["default"] !== null;
    if (isDefault && (filling.clientOptional || memberTraits["clientOptional"] !== 1)) {
      return () => fill(nodeValue(resolved, memberTraits["default"]));
    }
    return filling.correct && isRequired && !isDefault && memberTraits["clientOptional"] !== 1
      ? () => zeroValue(resolved, fill)
      : undefined;
  };

  return (reference) => compile(resolveSchema(reference));
}

const mapFiller =
  (each: Fill): Fill =>
  (value) => {
    if (!isRecord(value)) return value;
    const out: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) setOwn(out, key, each(item));
    return out;
  };

/** Converts a default to a value. Creates a new one each time, because callers may modify it. */
function nodeValue({ schema }: ResolvedSchema, node: unknown): unknown {
  switch (schema) {
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return fromBase64(String(node));
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      return typeof node === "number"
        ? new Date(node * 1000)
        : parseTimestamp(
            String(node),
            timestampFormatOf(schema, { timestamps: Sentinel.dateTime }),
            false,
          );
    case Sentinel.bigInteger:
      return BigInt(String(node));
    case Sentinel.bigDecimal:
      return new Decimal(String(node));
    case Sentinel.number:
      // Longs beyond the safe integers are strings.
      return typeof node === "string" && /^-?\d+$/.test(node) ? BigInt(node) : Number(node);
    default:
      return copyJson(node);
  }
}

function zeroValue({ schema }: ResolvedSchema, fill: Fill): unknown {
  if (typeof schema !== "number") {
    if (isList(schema)) return [];
    // The intended variant of the union is unknown.
    return isUnion(schema) ? { $unknown: ["", null] } : fill({});
  }
  if (schema >= Sentinel.map) return {};
  if (schema >= Sentinel.list) return [];
  switch (schema) {
    case Sentinel.string:
      return "";
    case Sentinel.number:
      return 0;
    case Sentinel.boolean:
      return false;
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return new Uint8Array();
    case Sentinel.bigInteger:
      return 0n;
    case Sentinel.bigDecimal:
      return new Decimal("0");
    case Sentinel.document:
      return null;
    default:
      return new Date(0);
  }
}
