import type { Model, OperationShape, Shape, ShapeId } from "@tinsmith/smithy";
import {
  defaultTrait,
  endpointTrait,
  hasTrait,
  httpHeaderTrait,
  httpLabelTrait,
  httpPayloadTrait,
  httpPrefixHeadersTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpTrait,
  idempotencyTokenTrait,
  streamingTrait,
  timestampFormatTrait,
  trait,
} from "@tinsmith/smithy/traits";
import { dataMembers } from "./closure.js";
import type { ServiceClosure } from "./closure.js";

/**
 * The content of a service's messages beyond structures, lists and maps of strings, numbers and
 * booleans. Clients carry the code for these only.
 */
export type WirePart =
  /** Timestamps in any format, or in seconds only */
  | "timestamps"
  | "epochTimestamps"
  | "blobs"
  | "bigNumbers"
  | "documents"
  /** Numbers whose digits a double cannot hold: long, bigInteger, bigDecimal, those in documents */
  | "exactNumbers"
  | "unions"
  /** `@httpHeader`, `@httpPrefixHeaders` */
  | "headers"
  /** `@httpQuery`, `@httpQueryParams`, and queries in the path of an operation */
  | "queries"
  /** `@httpPayload` */
  | "payloads"
  /** Streams of events */
  | "events"
  /** `@idempotencyToken` */
  | "tokens"
  /** `@endpoint` */
  | "hostPrefixes"
  /** `@default` */
  | "defaults";

/** Plans the content of a service's messages. */
export function planWire(
  model: Model,
  { operations, shapes }: ServiceClosure,
): readonly WirePart[] {
  const members = shapes.flatMap(dataMembers);
  const targets = new Set<ShapeId>(members.map(({ target }) => target));
  const types = new Set<Shape["type"]>([
    ...shapes.map(({ type }) => type),
    ...[...targets].flatMap((id) => model.getShape(id)?.type ?? []),
  ]);
  const some = (is: (member: (typeof members)[number]) => boolean): boolean => members.some(is);
  const isTimestamp = (id: ShapeId): boolean => {
    const shape = model.getShape(id);
    return shape?.type === "list" ? isTimestamp(shape.member.target) : shape?.type === "timestamp";
  };
  const isText = (member: (typeof members)[number]): boolean =>
    [httpHeaderTrait, httpLabelTrait, httpQueryTrait].some((one) => hasTrait(member, one));
  const hasFormats =
    [...shapes, ...members].some((shape) => hasTrait(shape, timestampFormatTrait)) ||
    some((member) => isText(member) && isTimestamp(member.target));
  const isEvents = (shape: Shape): boolean =>
    shape.type === "union" && hasTrait(shape, streamingTrait);
  const used: Readonly<Record<WirePart, boolean>> = {
    timestamps: types.has("timestamp") && hasFormats,
    epochTimestamps: types.has("timestamp") && !hasFormats,
    blobs: types.has("blob"),
    bigNumbers: types.has("bigInteger") || types.has("bigDecimal"),
    documents: types.has("document"),
    exactNumbers: (["long", "bigInteger", "bigDecimal", "document"] as const).some((type) =>
      types.has(type),
    ),
    unions: types.has("union"),
    headers: some(
      (member) => hasTrait(member, httpHeaderTrait) || hasTrait(member, httpPrefixHeadersTrait),
    ),
    queries:
      some(
        (member) => hasTrait(member, httpQueryTrait) || hasTrait(member, httpQueryParamsTrait),
      ) || operations.some(hasQuery),
    payloads: some((member) => hasTrait(member, httpPayloadTrait)) || shapes.some(isEvents),
    events: shapes.some(isEvents),
    tokens: some((member) => hasTrait(member, idempotencyTokenTrait)),
    defaults: [...shapes, ...members].some((shape) => hasTrait(shape, defaultTrait)),
    hostPrefixes: operations.some((operation) => hasTrait(operation, endpointTrait)),
  };
  return wireParts.filter((part) => used[part]);
}

const wireParts: readonly WirePart[] = [
  "timestamps",
  "epochTimestamps",
  "blobs",
  "bigNumbers",
  "documents",
  "exactNumbers",
  "unions",
  "headers",
  "queries",
  "payloads",
  "events",
  "tokens",
  "hostPrefixes",
  "defaults",
];

const hasQuery = ({ traits }: OperationShape): boolean =>
  trait(traits, httpTrait)?.uri.includes("?") === true;
