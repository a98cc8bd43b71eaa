import { traitDigits } from "@tinsmith/smithy";
import type { MemberShape, Model, NodeValue, ShapeId, Traits } from "@tinsmith/smithy";
import { hasDefault, isLeftToService } from "./plan-defaults.js";
import type { SchemaTraits } from "./schema-plan.js";
import { numberOf, propertyOf, stringOf } from "./trait-values.js";

/** The traits that a runtime schema carries, in the form it expects: bits where bits suffice. */
export function planSchemaTraits(traits: Traits): SchemaTraits {
  // Most shapes and members have none, and each is asked for several times.
  if (!hasSchemaTraits(traits)) return 0;
  let bits = 0;
  let bitsSuffice = true;
  const object: Record<string, NodeValue> = {};
  for (const [id, encode] of encoders) {
    const value = traits.get(id);
    if (value === undefined) continue;
    const [name, encoded, bit] = encode(value);
    if (encoded === undefined) continue;
    object[name] = encoded;
    if (bit === undefined) bitsSuffice = false;
    else bits |= bit;
  }
  return bitsSuffice ? bits : object;
}

function hasSchemaTraits(traits: Traits): boolean {
  for (const id of traits.keys()) if (encoders.has(id)) return true;
  return false;
}

/**
 * What fills a member in where it is missing: its default, and whether it is optional for clients. Only members that
 * are filled in at all carry the latter.
 */
export function filledTraits(model: Model, member: MemberShape): SchemaTraitsObject {
  const isFilled = hasDefault(member) || member.traits.has("smithy.api#required");
  const ownOptional = member.traits.has("smithy.api#clientOptional");
  const optional = hasDefault(member) ? isLeftToService(model, member) : ownOptional;
  return {
    ...(hasDefault(member) && { default: defaultOf(model, member) }),
    ...(isFilled && optional && { clientOptional: 1 }),
  };
}

/** The default; its digits as text where the runtime has a type for what a double cannot hold. */
function defaultOf(model: Model, member: MemberShape): NodeValue {
  const value = member.traits.get("smithy.api#default") ?? null;
  const digits = traitDigits(member.traits, "smithy.api#default");
  const type = model.getShape(member.target)?.type;
  if (digits === undefined || type === undefined) return value;
  if (type === "bigInteger" || type === "bigDecimal") return digits;
  return type === "long" && !Number.isSafeInteger(value) ? digits : value;
}

/** What a header of an event is, where the schema of a number does not say it: bytes, shorts and longs. */
export function eventHeaderTraits(model: Model, member: MemberShape): SchemaTraitsObject {
  if (!member.traits.has("smithy.api#eventHeader")) return {};
  const type = model.getShape(member.target)?.type;
  return type === "byte" || type === "short" || type === "long" ? { eventHeaderType: type } : {};
}

/** Traits with more traits, in the form that they then have. */
export function withTraits(traits: SchemaTraits, more: SchemaTraitsObject): SchemaTraits {
  if (Object.keys(more).length === 0) return traits;
  if (typeof traits !== "number") return { ...traits, ...more };
  const spelt = [...encoders.values()].flatMap((encode) => {
    const [name, , bit] = encode("");
    return bit !== undefined && (traits & bit) !== 0 ? [[name, 1] as const] : [];
  });
  return { ...Object.fromEntries(spelt), ...more };
}

type SchemaTraitsObject = Exclude<SchemaTraits, number>;
type Encoded = readonly [name: string, value: NodeValue | undefined, bit?: number];
type Encoder = (value: NodeValue) => Encoded;

const flag =
  (name: string, bit?: number): Encoder =>
  () =>
    bit === undefined ? [name, 1] : [name, 1, bit];
const text =
  (name: string): Encoder =>
  (value) => [name, stringOf(value)];

/**
 * By trait, in the order in which an object lists them. The names and bits are those of
 * `SchemaTraitsObject` and `TraitBitVector` of `@smithy/types`.
 */
const encoders: ReadonlyMap<ShapeId, Encoder> = new Map(
  Object.entries<Encoder>({
    "smithy.api#error": text("error"),
    "smithy.api#httpError": (value) => ["httpError", numberOf(value)],
    "aws.protocols#awsQueryError": (value) => [
      "awsQueryError",
      [
        stringOf(propertyOf(value, "code")) ?? "",
        numberOf(propertyOf(value, "httpResponseCode")) ?? 400,
      ],
    ],
    "smithy.api#http": (value) => [
      "http",
      [
        stringOf(propertyOf(value, "method")) ?? "POST",
        stringOf(propertyOf(value, "uri")) ?? "/",
        numberOf(propertyOf(value, "code")) ?? 200,
      ],
    ],
    "smithy.api#endpoint": (value) => [
      "endpoint",
      [stringOf(propertyOf(value, "hostPrefix")) ?? ""],
    ],
    "smithy.api#idempotent": flag("idempotent", 2),
    "smithy.api#idempotencyToken": flag("idempotencyToken", 4),
    "smithy.api#sensitive": flag("sensitive", 8),
    "smithy.api#sparse": flag("sparse"),
    "smithy.api#httpLabel": flag("httpLabel", 1),
    "smithy.api#httpHeader": text("httpHeader"),
    "smithy.api#httpPrefixHeaders": text("httpPrefixHeaders"),
    "smithy.api#httpQuery": text("httpQuery"),
    "smithy.api#httpQueryParams": flag("httpQueryParams", 64),
    "smithy.api#httpPayload": flag("httpPayload", 16),
    "smithy.api#httpResponseCode": flag("httpResponseCode", 32),
    "smithy.api#hostLabel": flag("hostLabel"),
    "smithy.api#jsonName": text("jsonName"),
    "smithy.api#mediaType": text("mediaType"),
    "smithy.api#xmlAttribute": flag("xmlAttribute"),
    "smithy.api#xmlFlattened": flag("xmlFlattened"),
    "smithy.api#xmlName": text("xmlName"),
    "smithy.api#xmlNamespace": (value) => [
      "xmlNamespace",
      [stringOf(propertyOf(value, "prefix")) ?? "", stringOf(propertyOf(value, "uri")) ?? ""],
    ],
    "aws.protocols#ec2QueryName": text("ec2QueryName"),
    "smithy.api#streaming": flag("streaming"),
    "smithy.api#requiresLength": flag("requiresLength"),
    "smithy.api#eventHeader": flag("eventHeader"),
    "smithy.api#eventPayload": flag("eventPayload"),
  }),
);
