import { containerId } from "@tinsmith/smithy";
import type { MemberShape, Model, Shape, Traits } from "@tinsmith/smithy";
import {
  addedDefaultTrait,
  clientOptionalTrait,
  contextParamTrait,
  defaultTrait,
  documentationTrait,
  errorTrait,
  eventHeaderTrait,
  eventPayloadTrait,
  hasTrait,
  hostLabelTrait,
  httpHeaderTrait,
  httpLabelTrait,
  httpPayloadTrait,
  httpPrefixHeadersTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpResponseCodeTrait,
  idempotencyTokenTrait,
  mediaTypeTrait,
  recommendedTrait,
  requiredTrait,
  sensitiveTrait,
  timestampFormatTrait,
  trait,
} from "@tinsmith/smithy/traits";
import { isPrelude } from "./closure.js";
import { planConstraints } from "./constraints.js";
import { planDocumentation } from "./documentation.js";
import type { HttpBinding, MemberPlan, Roles, TimestampFormat } from "./shape-plan.js";
import type { Refinements } from "./trait-refinements.js";
import type { ValueType } from "./value-type.js";
import type { ValueTypes } from "./value-types.js";

/** Plans the members of a structure, union, list or map. */
export function planMember(
  model: Model,
  types: ValueTypes,
  member: MemberShape,
  roles: Roles,
  refinements: Refinements,
): MemberPlan {
  const target = model.expectShape(member.target);
  const { traits } = member;
  const modelRequired = hasTrait(traits, requiredTrait);
  const clientOptional = hasTrait(traits, clientOptionalTrait);
  const idempotencyToken = hasTrait(traits, idempotencyTokenTrait);
  const isError = hasTrait(model.expectShape(containerId(member.id)), errorTrait);
  return {
    id: member.id,
    name: member.name,
    property: member.name === "name" && isError ? "_name" : member.name,
    target: member.target,
    type: memberType(types.of(member.target), traits, roles),
    required: modelRequired && !clientOptional && !idempotencyToken,
    modelRequired,
    default: trait(traits, defaultTrait),
    addedDefault: hasTrait(traits, addedDefaultTrait),
    clientOptional,
    idempotencyToken,
    sensitive: hasTrait(traits, sensitiveTrait) || hasTrait(target, sensitiveTrait),
    constraints: planConstraints(model, member, refinements),
    http: httpBinding(traits),
    hostLabel: hasTrait(traits, hostLabelTrait),
    event: hasTrait(traits, eventHeaderTrait)
      ? "header"
      : hasTrait(traits, eventPayloadTrait)
        ? "payload"
        : undefined,
    contextParam: trait(traits, contextParamTrait)?.name,
    timestampFormat: timestampFormat(traits, target),
    recommended: planRecommendation(traits),
    mediaType: trait(target, mediaTypeTrait),
    inheritsDocumentation: !hasTrait(traits, documentationTrait),
    ...planDocumentation(traits, documentedTarget(target)),
  };
}

function planRecommendation(traits: Traits): MemberPlan["recommended"] {
  const recommended = trait(traits, recommendedTrait);
  return recommended && { reason: recommended.reason };
}

/** The documentation of prelude shapes is not relevant to members. */
function documentedTarget(target: Shape): Traits | undefined {
  return isPrelude(target.id) ? undefined : target.traits;
}

/**
 * Returns the type of a member. Blobs that are a whole HTTP body or a stream accept other types
 * besides bytes.
 */
function memberType(type: ValueType, traits: Traits, roles: Roles): ValueType {
  const side = roles.input && roles.output ? "both" : roles.input ? "input" : "output";
  if (type.kind === "streamingBlob") return { kind: "streamingBlob", side };
  if (type.kind === "blob" && hasTrait(traits, httpPayloadTrait)) {
    return { kind: "payloadBlob", side };
  }
  return type;
}

function timestampFormat(traits: Traits, target: Shape): TimestampFormat | undefined {
  return trait(traits, timestampFormatTrait) ?? trait(target, timestampFormatTrait);
}

function httpBinding(traits: Traits): HttpBinding {
  const header = trait(traits, httpHeaderTrait);
  if (header !== undefined) return { kind: "header", name: header };
  const prefix = trait(traits, httpPrefixHeadersTrait);
  if (prefix !== undefined) return { kind: "prefixHeaders", prefix };
  const query = trait(traits, httpQueryTrait);
  if (query !== undefined) return { kind: "query", name: query };
  if (hasTrait(traits, httpLabelTrait)) return { kind: "label" };
  if (hasTrait(traits, httpQueryParamsTrait)) return { kind: "queryParams" };
  if (hasTrait(traits, httpPayloadTrait)) return { kind: "payload" };
  if (hasTrait(traits, httpResponseCodeTrait)) return { kind: "responseCode" };
  return { kind: "document" };
}
