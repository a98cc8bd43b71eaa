import { traitDigits } from "@tinsmith/smithy";
import type { MemberShape, Model, NodeValue, ShapeId, Traits } from "@tinsmith/smithy";
import {
  awsQueryErrorTrait,
  clientOptionalTrait,
  defaultTrait,
  ec2QueryNameTrait,
  endpointTrait,
  errorTrait,
  eventHeaderTrait,
  eventPayloadTrait,
  hasTrait,
  hostLabelTrait,
  httpErrorTrait,
  httpHeaderTrait,
  httpLabelTrait,
  httpPayloadTrait,
  httpPrefixHeadersTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpResponseCodeTrait,
  httpTrait,
  idempotencyTokenTrait,
  idempotentTrait,
  jsonNameTrait,
  mediaTypeTrait,
  requiredTrait,
  requiresLengthTrait,
  sensitiveTrait,
  sparseTrait,
  streamingTrait,
  trait,
  xmlAttributeTrait,
  xmlFlattenedTrait,
  xmlNamespaceTrait,
  xmlNameTrait,
} from "@tinsmith/smithy/traits";
import type { TraitDescriptor } from "@tinsmith/smithy/traits";
import { hasDefault, isLeftToService } from "./plan-defaults.js";
import type { SchemaTraits } from "./schema-plan.js";

/**
 * Returns the traits of a runtime schema in the form it expects: bits if they suffice.
 *
 * @param further - traits that external protocols require in schemas, in order; each is included by
 * id, with its value in the model
 */
export function planSchemaTraits(traits: Traits, further: readonly ShapeId[] = []): SchemaTraits {
  // Most shapes and members have none, and each is looked up several times.
  if (!hasSchemaTraits(traits) && !further.some((id) => traits.has(id))) return 0;
  let bits = 0;
  let bitsSuffice = true;
  const object: Record<string, NodeValue> = {};
  for (const { name, bit, encode } of encoders) {
    const encoded = encode(traits);
    if (encoded === undefined) continue;
    object[name] = encoded;
    if (bit === undefined) bitsSuffice = false;
    else bits |= bit;
  }
  for (const id of further) {
    const value = traits.get(id);
    if (value === undefined) continue;
    object[id] = value;
    bitsSuffice = false;
  }
  return bitsSuffice ? bits : object;
}

function hasSchemaTraits(traits: Traits): boolean {
  for (const id of traits.keys()) if (encodedIds.has(id)) return true;
  return false;
}

/**
 * Returns the traits by which a missing member is filled in: its default, and whether the member is
 * optional for clients. The latter is omitted for members that are never filled in.
 */
export function filledTraits(model: Model, member: MemberShape): SchemaTraitsObject {
  const isFilled = hasDefault(member) || hasTrait(member, requiredTrait);
  const ownOptional = hasTrait(member, clientOptionalTrait);
  const optional = hasDefault(member) ? isLeftToService(model, member) : ownOptional;
  return {
    ...(hasDefault(member) && { default: defaultOf(model, member) }),
    ...(isFilled && optional && { clientOptional: 1 }),
  };
}

/**
 * Returns the default of a member. If a double cannot hold the number, the result is a string of
 * its digits.
 */
function defaultOf(model: Model, member: MemberShape): NodeValue {
  const value = trait(member, defaultTrait) ?? null;
  const digits = traitDigits(member.traits, defaultTrait.id);
  const type = model.getShape(member.target)?.type;
  if (digits === undefined || type === undefined) return value;
  if (type === "bigInteger" || type === "bigDecimal") return digits;
  return type === "long" && !Number.isSafeInteger(value) ? digits : value;
}

/**
 * Returns the type of an event header if the schema of a number does not determine it: bytes,
 * shorts and longs.
 */
export function eventHeaderTraits(model: Model, member: MemberShape): SchemaTraitsObject {
  if (!hasTrait(member, eventHeaderTrait)) return {};
  const type = model.getShape(member.target)?.type;
  return type === "byte" || type === "short" || type === "long" ? { eventHeaderType: type } : {};
}

/** Adds traits to others, in the form that the result requires. */
export function withTraits(traits: SchemaTraits, more: SchemaTraitsObject): SchemaTraits {
  if (Object.keys(more).length === 0) return traits;
  if (typeof traits !== "number") return { ...traits, ...more };
  const spelt = encoders.flatMap(({ name, bit }) =>
    bit !== undefined && (traits & bit) !== 0 ? [[name, 1] as const] : [],
  );
  return { ...Object.fromEntries(spelt), ...more };
}

type SchemaTraitsObject = Exclude<SchemaTraits, number>;

/** The encoding of a trait in the schema: its name, its bit if it has one, and its value. */
interface Encoder {
  readonly id: ShapeId;
  readonly name: string;
  readonly bit: number | undefined;
  encode(traits: Traits): NodeValue | undefined;
}

function flag(name: string, descriptor: TraitDescriptor<unknown>, bit?: number): Encoder {
  const encode = (traits: Traits) => (hasTrait(traits, descriptor) ? 1 : undefined);
  return { id: descriptor.id, name, bit, encode };
}

function valued<Value extends NodeValue>(
  name: string,
  descriptor: TraitDescriptor<Value>,
  encode: (value: Value) => NodeValue = (value) => value,
): Encoder {
  const encodeTrait = (traits: Traits): NodeValue | undefined => {
    const value = trait(traits, descriptor);
    return value === undefined ? undefined : encode(value);
  };
  return { id: descriptor.id, name, bit: undefined, encode: encodeTrait };
}

/**
 * The encoders, in the order of the object's properties. The names and bits are those of
 * `SchemaTraitsObject` and `TraitBitVector` of `@smithy/types`.
 */
const encoders: readonly Encoder[] = [
  valued("error", errorTrait),
  valued("httpError", httpErrorTrait),
  valued("awsQueryError", awsQueryErrorTrait, ({ code, httpResponseCode }) => [
    code,
    httpResponseCode,
  ]),
  valued("http", httpTrait, ({ method, uri, code = 200 }) => [method, uri, code]),
  valued("endpoint", endpointTrait, ({ hostPrefix }) => [hostPrefix]),
  flag("idempotent", idempotentTrait, 2),
  flag("idempotencyToken", idempotencyTokenTrait, 4),
  flag("sensitive", sensitiveTrait, 8),
  flag("sparse", sparseTrait),
  flag("httpLabel", httpLabelTrait, 1),
  valued("httpHeader", httpHeaderTrait),
  valued("httpPrefixHeaders", httpPrefixHeadersTrait),
  valued("httpQuery", httpQueryTrait),
  flag("httpQueryParams", httpQueryParamsTrait, 64),
  flag("httpPayload", httpPayloadTrait, 16),
  flag("httpResponseCode", httpResponseCodeTrait, 32),
  flag("hostLabel", hostLabelTrait),
  valued("jsonName", jsonNameTrait),
  valued("mediaType", mediaTypeTrait),
  flag("xmlAttribute", xmlAttributeTrait),
  flag("xmlFlattened", xmlFlattenedTrait),
  valued("xmlName", xmlNameTrait),
  valued("xmlNamespace", xmlNamespaceTrait, ({ prefix = "", uri }) => [prefix, uri]),
  valued("ec2QueryName", ec2QueryNameTrait),
  flag("streaming", streamingTrait),
  flag("requiresLength", requiresLengthTrait),
  flag("eventHeader", eventHeaderTrait),
  flag("eventPayload", eventPayloadTrait),
];

const encodedIds: ReadonlySet<ShapeId> = new Set(encoders.map(({ id }) => id));
