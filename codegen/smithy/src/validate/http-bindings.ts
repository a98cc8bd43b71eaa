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

/**
 * The message that a structure describes: an input is a request, an output or an error a response.
 */
export type HttpMessageKind = "request" | "response";

/** Traits that bind a member to a part of the message, in the order in which they are checked. */
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

/** The trait that binds a member to a part of the message; `undefined` if none applies there. */
export const httpBindingOf = (member: MemberShape, kind: HttpMessageKind): string | undefined =>
  bindings[kind].find((trait) => member.traits.has(trait));

/** Returns the unbound members of a message. They form its document if there is no payload. */
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
