import type { MemberShape, StructureShape } from "../model/model.js";
import {
  httpHeaderTrait,
  httpLabelTrait,
  httpPayloadTrait,
  httpPrefixHeadersTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpResponseCodeTrait,
} from "../traits/index.js";

/** Which of the two messages of an operation a structure is; an error is a response. */
export type HttpMessageKind = "request" | "response";

/** Traits that put a member somewhere in the message, in the order in which they are looked at. */
const bindings: Readonly<Record<HttpMessageKind, readonly string[]>> = {
  request: [
    httpHeaderTrait.id,
    httpPrefixHeadersTrait.id,
    httpQueryTrait.id,
    httpQueryParamsTrait.id,
    httpPayloadTrait.id,
    httpLabelTrait.id,
  ],
  response: [
    httpHeaderTrait.id,
    httpPrefixHeadersTrait.id,
    httpPayloadTrait.id,
    httpResponseCodeTrait.id,
  ],
};

/** The trait that says where a member goes in a message, or nothing where none counts there. */
export const httpBindingOf = (member: MemberShape, kind: HttpMessageKind): string | undefined =>
  bindings[kind].find((trait) => member.traits.has(trait));

/** The members of a message that nothing puts anywhere: its document, if it has no payload. */
export const unboundMembers = (
  structure: StructureShape,
  kind: HttpMessageKind,
): readonly MemberShape[] =>
  [...structure.members.values()].filter((member) => httpBindingOf(member, kind) === undefined);

/** The member that is the body of a message. */
export const payloadMember = (structure: StructureShape): MemberShape | undefined =>
  [...structure.members.values()].find(
    (member) => httpBindingOf(member, "request") === httpPayloadTrait.id,
  );
