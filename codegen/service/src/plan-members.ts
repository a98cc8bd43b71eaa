import type { MemberShape, Model, Shape, ShapeId, Traits } from "@tinsmith/smithy";
import { planConstraints } from "./constraints.js";
import { planDocumentation } from "./documentation.js";
import type { HttpBinding, MemberPlan, Roles, TimestampFormat } from "./shape-plan.js";
import { stringOf, objectTrait, stringTrait } from "./trait-values.js";
import type { ValueType } from "./value-type.js";
import type { ValueTypes } from "./value-types.js";

/** Plans the members of a structure, union, list or map. */
export function planMember(
  model: Model,
  types: ValueTypes,
  member: MemberShape,
  roles: Roles,
): MemberPlan {
  const target = model.expectShape(member.target);
  const { traits } = member;
  const modelRequired = traits.has("smithy.api#required");
  const clientOptional = traits.has("smithy.api#clientOptional");
  const idempotencyToken = traits.has("smithy.api#idempotencyToken");
  return {
    id: member.id,
    name: member.name,
    target: member.target,
    type: memberType(types.of(member.target), traits, roles),
    required: modelRequired && !clientOptional && !idempotencyToken,
    modelRequired,
    default: traits.get("smithy.api#default"),
    addedDefault: traits.has("smithy.api#addedDefault"),
    clientOptional,
    idempotencyToken,
    sensitive: traits.has("smithy.api#sensitive") || target.traits.has("smithy.api#sensitive"),
    constraints: planConstraints(model, member),
    http: httpBinding(traits),
    hostLabel: traits.has("smithy.api#hostLabel"),
    event: traits.has("smithy.api#eventHeader")
      ? "header"
      : traits.has("smithy.api#eventPayload")
        ? "payload"
        : undefined,
    contextParam: stringOf(objectTrait(traits, "smithy.rules#contextParam")?.["name"]),
    timestampFormat: timestampFormat(traits, target),
    inheritsDocumentation: !traits.has("smithy.api#documentation"),
    ...planDocumentation(traits, documentedTarget(target)),
  };
}

/** What the prelude says of its own shapes is of no interest at a member. */
function documentedTarget(target: Shape): Traits | undefined {
  return isPrelude(target.id) ? undefined : target.traits;
}

function isPrelude(id: ShapeId): boolean {
  return id.startsWith("smithy.api#");
}

/** Blobs that are a whole HTTP body, or a stream, come in more forms than bytes. */
function memberType(type: ValueType, traits: Traits, roles: Roles): ValueType {
  const side = roles.input && roles.output ? "both" : roles.input ? "input" : "output";
  if (type.kind === "streamingBlob") return { kind: "streamingBlob", side };
  if (type.kind === "blob" && traits.has("smithy.api#httpPayload")) {
    return { kind: "payloadBlob", side };
  }
  return type;
}

function timestampFormat(traits: Traits, target: Shape): TimestampFormat | undefined {
  const format =
    stringTrait(traits, "smithy.api#timestampFormat") ??
    stringTrait(target.traits, "smithy.api#timestampFormat");
  return timestampFormats.find((one) => one === format);
}

const timestampFormats: readonly TimestampFormat[] = ["date-time", "epoch-seconds", "http-date"];

function httpBinding(traits: Traits): HttpBinding {
  const header = stringTrait(traits, "smithy.api#httpHeader");
  if (header !== undefined) return { kind: "header", name: header };
  const prefix = stringTrait(traits, "smithy.api#httpPrefixHeaders");
  if (prefix !== undefined) return { kind: "prefixHeaders", prefix };
  const query = stringTrait(traits, "smithy.api#httpQuery");
  if (query !== undefined) return { kind: "query", name: query };
  if (traits.has("smithy.api#httpLabel")) return { kind: "label" };
  if (traits.has("smithy.api#httpQueryParams")) return { kind: "queryParams" };
  if (traits.has("smithy.api#httpPayload")) return { kind: "payload" };
  if (traits.has("smithy.api#httpResponseCode")) return { kind: "responseCode" };
  return { kind: "document" };
}
