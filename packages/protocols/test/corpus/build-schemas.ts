import type { MemberShape, Model, NodeValue, Shape, Traits } from "@tinsmith/smithy";
import type {
  $SchemaRef,
  SchemaTraitsObject,
  StaticErrorSchema,
  StaticOperationSchema,
  StaticSchema,
} from "@smithy/types";
import type { NumberKind, NumberKinds } from "../../src/index.js";
import { isRecord } from "../../src/schema/members.js";

/** What a generator would write for a model: schemas by shape id, and the kinds of numbers. */
export interface Schemas {
  reference(id: string): $SchemaRef;
  operation(id: string): StaticOperationSchema;
  error(id: string): StaticErrorSchema;
  kinds(): NumberKinds;
}

const sentinels: Partial<Record<Shape["type"], number>> = {
  string: 0,
  enum: 0,
  byte: 1,
  short: 1,
  integer: 1,
  long: 1,
  float: 1,
  double: 1,
  intEnum: 1,
  boolean: 2,
  timestamp: 4,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
  blob: 21,
};

const numeric = new Set<string>(["byte", "short", "integer", "long", "float", "double", "intEnum"]);
const formats: Record<string, number> = { "date-time": 5, "http-date": 6, "epoch-seconds": 7 };
const asKind = (type: string): NumberKind | undefined =>
  numeric.has(type) ? (type as NumberKind) : undefined;

/** Traits whose value the schema carries as it is. */
const valued: Record<string, string> = {
  "smithy.api#httpHeader": "httpHeader",
  "smithy.api#httpQuery": "httpQuery",
  "smithy.api#httpPrefixHeaders": "httpPrefixHeaders",
  "smithy.api#xmlName": "xmlName",
  "smithy.api#jsonName": "jsonName",
  "smithy.api#mediaType": "mediaType",
  "smithy.api#error": "error",
  "smithy.api#httpError": "httpError",
  "aws.protocols#ec2QueryName": "ec2QueryName",
  "smithy.api#default": "default",
};
/** Traits that are only there. */
const marks: Record<string, string> = {
  "smithy.api#httpLabel": "httpLabel",
  "smithy.api#idempotencyToken": "idempotencyToken",
  "smithy.api#httpPayload": "httpPayload",
  "smithy.api#httpResponseCode": "httpResponseCode",
  "smithy.api#httpQueryParams": "httpQueryParams",
  "smithy.api#sparse": "sparse",
  "smithy.api#clientOptional": "clientOptional",
  "smithy.api#streaming": "streaming",
  "smithy.api#xmlFlattened": "xmlFlattened",
  "smithy.api#xmlAttribute": "xmlAttribute",
  "smithy.api#eventHeader": "eventHeader",
  "smithy.api#eventPayload": "eventPayload",
  "smithy.api#requiresLength": "requiresLength",
};

const textOf = (node: NodeValue | undefined): string => (typeof node === "string" ? node : "");

export const namespaceOf = (traits: Traits): [string, string] | undefined => {
  const trait = traits.get("smithy.api#xmlNamespace");
  return isRecord(trait)
    ? [textOf(trait["prefix"] as NodeValue), textOf(trait["uri"] as NodeValue)]
    : undefined;
};

const traitsOf = (traits: Traits): SchemaTraitsObject => {
  const out: SchemaTraitsObject = {};
  for (const [id, value] of traits) {
    const valuedName = valued[id];
    const mark = marks[id];
    if (valuedName !== undefined) out[valuedName] = value;
    else if (mark !== undefined) out[mark] = 1;
  }
  const http = traits.get("smithy.api#http");
  if (isRecord(http))
    out.http = [String(http["method"]), String(http["uri"]), Number(http["code"] ?? 200)];
  const endpoint = traits.get("smithy.api#endpoint");
  if (isRecord(endpoint)) out.endpoint = [String(endpoint["hostPrefix"])];
  const namespace = namespaceOf(traits);
  if (namespace) out.xmlNamespace = namespace;
  const queryError = traits.get("aws.protocols#awsQueryError");
  if (isRecord(queryError))
    out["awsQueryError"] = [queryError["code"], queryError["httpResponseCode"]];
  return out;
};

/** Builds schema tuples from a model; recursion goes through thunks. */
export const buildSchemas = (model: Model): Schemas => {
  const built = new Map<string, StaticSchema>();
  const kinds: Record<string, Record<string, { number?: NumberKind }>> = {};
  const split = (id: string): [string, string] => [
    id.slice(0, id.indexOf("#")),
    id.slice(id.indexOf("#") + 1),
  ];

  const sentinel = (shape: Shape, member?: MemberShape): number | undefined => {
    const plain = sentinels[shape.type];
    if (plain === 21 && shape.traits.has("smithy.api#streaming")) return 42;
    if (plain !== 4) return plain;
    const format =
      member?.traits.get("smithy.api#timestampFormat") ??
      shape.traits.get("smithy.api#timestampFormat");
    return formats[textOf(format)] ?? 4;
  };

  const reference = (id: string, member?: MemberShape): $SchemaRef => {
    if (id === "smithy.api#Unit") return "unit";
    const shape = model.expectShape(id);
    const simple = sentinel(shape, member);
    if (simple === undefined) return () => schema(id);
    const { default: _, ...traits } = traitsOf(shape.traits);
    return Object.keys(traits).length === 0 ? simple : [0, ...split(id), traits, simple];
  };

  const memberReference = (member: MemberShape): $SchemaRef => {
    const [, container] = split(member.container);
    const kind = asKind(model.expectShape(member.target).type);
    if (kind) ((kinds[container] ??= {})[member.name] ??= {}).number = kind;
    const traits = traitsOf(member.traits);
    if (model.expectShape(member.container).traits.has("smithy.api#input"))
      traits["clientOptional"] = 1;
    const target = reference(member.target, member);
    return Object.keys(traits).length === 0 ? target : [target, traits];
  };

  const schema = (id: string): StaticSchema => {
    const known = built.get(id);
    if (known) return known;
    const made = make(id);
    built.set(id, made);
    return made;
  };

  const make = (id: string): StaticSchema => {
    const shape = model.expectShape(id);
    const [namespace, name] = split(id);
    const traits = traitsOf(shape.traits);
    switch (shape.type) {
      case "list":
        return [1, namespace, name, traits, memberReference(shape.member)];
      case "map":
        return [
          2,
          namespace,
          name,
          traits,
          memberReference(shape.key),
          memberReference(shape.value),
        ];
      case "structure":
      case "union": {
        const isRequired = (member: MemberShape) => member.traits.has("smithy.api#required");
        const members = [...shape.members.values()].sort(
          (a, b) => Number(isRequired(b)) - Number(isRequired(a)),
        );
        const required = members.filter(isRequired).length;
        const names = members.map((member) => member.name);
        const references = members.map(memberReference);
        if (shape.type === "union") return [4, namespace, name, traits, names, references];
        return traits.error === undefined
          ? [3, namespace, name, traits, names, references, required]
          : [-3, namespace, name, traits, names, references];
      }
      case "operation":
        return [9, namespace, name, traits, reference(shape.input), reference(shape.output)];
      default:
        throw new Error(`No schema for ${id}.`);
    }
  };

  return {
    reference,
    operation: (id) => {
      const made = schema(id);
      if (made[0] !== 9) throw new Error(`${id} is no operation.`);
      return made;
    },
    error: (id) => {
      const made = schema(id);
      if (made[0] !== -3) throw new Error(`${id} is no error.`);
      return made;
    },
    kinds: () => {
      for (const shape of model.shapes.values()) {
        if (
          ["list", "map", "structure", "union"].includes(shape.type) &&
          !shape.id.startsWith("smithy.")
        )
          schema(shape.id);
      }
      return kinds;
    },
  };
};
