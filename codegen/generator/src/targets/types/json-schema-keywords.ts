import type { NodeValue } from "@tinsmith/smithy";
import type { Bounds, Constraints, ValueType } from "@tinsmith/service";

/** Keywords of a JSON Schema. */
export type Keywords = Readonly<Record<string, NodeValue>>;

/** Returns the JSON Schema of a value that is not a list, map, structure or union. */
export function simpleKeywords(type: ValueType, constraints: Constraints): Keywords {
  switch (type.kind) {
    case "string":
      return { type: "string", ...stringKeywords(constraints) };
    case "named":
      return type.of === "intEnum"
        ? numberKeywords(constraints)
        : { type: "string", ...stringKeywords(constraints) };
    case "number":
      return numberKeywords(constraints);
    case "boolean":
      return { type: "boolean" };
    case "timestamp":
      return { type: "string", format: "date-time" };
    case "bigInteger":
      return { type: "integer", ...bounds(constraints.range, "minimum", "maximum") };
    case "bigDecimal":
      return { type: "number", ...bounds(constraints.range, "minimum", "maximum") };
    case "blob":
    case "payloadBlob":
    case "streamingBlob":
      return {
        type: "string",
        contentEncoding: "base64",
        ...bounds(base64Bounds(constraints.length), "minLength", "maxLength"),
      };
    default:
      return {};
  }
}

/** Returns the keywords for the constraints of a string, which may be the key of a map. */
export function stringKeywords(constraints: Constraints): Keywords {
  const { pattern } = constraints;
  return {
    ...(constraints.enum !== undefined &&
      constraints.openEnum !== true && { enum: constraints.enum }),
    ...bounds(constraints.length, "minLength", "maxLength"),
    ...(pattern !== undefined && { pattern }),
  };
}

/** Returns the bounds of a range under the given keywords. */
export function bounds(range: Bounds | undefined, minimum: string, maximum: string): Keywords {
  return {
    ...(range?.min !== undefined && { [minimum]: range.min }),
    ...(range?.max !== undefined && { [maximum]: range.max }),
  };
}

function numberKeywords({ number, range, intEnum, openEnum }: Constraints): Keywords {
  const within = bounds(range, "minimum", "maximum");
  if (intEnum !== undefined && openEnum !== true)
    return { type: "integer", enum: intEnum, ...within };
  if (number !== undefined && number !== "float" && number !== "double") {
    const limit = integerLimits[number];
    return {
      type: "integer",
      ...(limit !== undefined && { minimum: -limit - 1, maximum: limit }),
      ...within,
    };
  }
  // The numbers that JSON lacks. NaN is outside of every range; an infinity is inside of ranges
  // without a bound on its side.
  const special = [
    ...(range === undefined ? ["NaN"] : []),
    ...(range?.max === undefined ? ["Infinity"] : []),
    ...(range?.min === undefined ? ["-Infinity"] : []),
  ];
  const finite = { type: "number", ...within };
  return special.length > 0 ? { anyOf: [finite, { enum: special }] } : finite;
}

const integerLimits: Partial<Record<NonNullable<Constraints["number"]>, number>> = {
  byte: 0x7f,
  short: 0x7fff,
  integer: 0x7fffffff,
};

/**
 * Returns the length bounds in base64, which has four characters for every three bytes or part of
 * them.
 */
function base64Bounds(length: Bounds | undefined): Bounds | undefined {
  if (length === undefined) return undefined;
  return {
    ...(length.min !== undefined && { min: 4 * Math.ceil(length.min / 3) }),
    ...(length.max !== undefined && { max: 4 * Math.ceil(length.max / 3) }),
  };
}
