import type { $SchemaRef } from "@smithy/types";
import {
  ShapeKind,
  idOf,
  isList,
  isMap,
  isUnion,
  listMemberOf,
  mapValueOf,
  membersOf,
  resolveSchema,
  withMembers,
} from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema } from "@tinsmith/schema";

/** A member that is bound to a part of the message. */
export interface BoundMember {
  readonly name: string;
  /** The name of the header or query parameter, in the case of the model. */
  readonly wire: string;
  readonly reference: $SchemaRef;
  readonly resolved: ResolvedSchema;
}

/** The members of a structure by binding. Smithy: https://smithy.io/2.0/spec/http-bindings.html */
export interface Bindings {
  readonly structure: MemberedSchema;
  readonly labels: readonly BoundMember[];
  readonly queries: readonly BoundMember[];
  readonly queryParams: BoundMember | undefined;
  readonly headers: readonly BoundMember[];
  readonly prefixHeaders: BoundMember | undefined;
  readonly responseCode: BoundMember | undefined;
  readonly payload: BoundMember | undefined;
  /** The members in the document of the body; none if there is a payload. */
  readonly document: MemberedSchema;
}

/** Groups the members of an input, output or error by the bindings that apply to the message. */
export function bindingsOf(structure: MemberedSchema, message: "request" | "response"): Bindings {
  const labels: BoundMember[] = [];
  const queries: BoundMember[] = [];
  const headers: BoundMember[] = [];
  const one: Partial<
    Record<"queryParams" | "prefixHeaders" | "responseCode" | "payload", BoundMember>
  > = {};
  const unbound = new Set<string>();

  for (const [name, reference] of membersOf(structure)) {
    const resolved = resolveSchema(reference);
    const { memberTraits: traits, schema } = resolved;
    const bound = (wire: string): BoundMember => ({ name, wire, reference, resolved });
    const isEventStream = isUnion(schema) && resolved.traits.streaming === 1;
    if (traits.httpHeader !== undefined) headers.push(bound(traits.httpHeader));
    else if (traits.httpPrefixHeaders !== undefined)
      one.prefixHeaders = bound(traits.httpPrefixHeaders);
    else if (traits.httpPayload === 1 || isEventStream) one.payload = bound(name);
    else if (message === "request" && traits.httpLabel === 1) labels.push(bound(name));
    else if (message === "request" && traits.httpQuery !== undefined)
      queries.push(bound(traits.httpQuery));
    else if (message === "request" && traits.httpQueryParams === 1) one.queryParams = bound(name);
    else if (message === "response" && traits.httpResponseCode === 1)
      one.responseCode = bound(name);
    else unbound.add(name);
  }

  return {
    structure,
    labels,
    queries,
    queryParams: one.queryParams,
    headers,
    prefixHeaders: one.prefixHeaders,
    responseCode: one.responseCode,
    payload: one.payload,
    document: withMembers(structure, (name) => unbound.has(name)),
  };
}

/** Returns the schema of the elements of a list or map; `undefined` for other shapes. */
export function elementOf(
  { schema }: ResolvedSchema,
  kind: typeof ShapeKind.list | typeof ShapeKind.map,
): ResolvedSchema | undefined {
  if (typeof schema === "number") {
    const modifier = kind === ShapeKind.list ? 64 : 128;
    return schema >= modifier && schema < modifier * 2
      ? { schema: schema - modifier, traits: {}, memberTraits: {} }
      : undefined;
  }
  if (isList(schema) && kind === ShapeKind.list) return resolveSchema(listMemberOf(schema));
  if (isMap(schema) && kind === ShapeKind.map) return resolveSchema(mapValueOf(schema));
  return undefined;
}

/** Returns the sentinel of a simple shape. @throws TypeError for other shapes */
export function sentinelOf({ schema }: ResolvedSchema): number {
  if (typeof schema === "number") return schema;
  throw new TypeError(`${idOf(schema)} cannot be bound to a header, label or query parameter.`);
}
