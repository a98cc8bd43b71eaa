import type { $SchemaRef, StaticErrorSchema } from "@smithy/types";
import {
  Sentinel,
  isError,
  isStructure,
  isUnion,
  membersOf,
  resolveSchema,
  withMembers,
} from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";

/** One type of event, with its members split into headers and payload. */
export interface EventShape {
  readonly type: string;
  /** The schema of the event if it is an error. */
  readonly error: StaticErrorSchema | undefined;
  readonly headers: readonly EventHeader[];
  readonly payload: EventPayload | undefined;
}

/** A member that is sent as a header. */
export interface EventHeader {
  readonly name: string;
  readonly schema: number;
  /** The type of a number that is not an integer of 32 bits: `byte`, `short` or `long`. */
  readonly type: string | undefined;
}

export type EventPayload =
  | {
      readonly form: "blob" | "string" | "structured";
      readonly name: string;
      readonly reference: $SchemaRef;
    }
  /** A document of all members that are not headers. */
  | { readonly form: "document"; readonly document: MemberedSchema };

/** Returns the events of a streaming union by the names of its members. */
export function eventShapes(union: $SchemaRef): Map<string, EventShape> {
  const { schema } = resolveSchema(union);
  if (!isUnion(schema)) {
    throw new TypeError("Expected the schema of a streaming union.");
  }
  return new Map(membersOf(schema).map(([type, reference]) => [type, eventShape(type, reference)]));
}

function eventShape(type: string, reference: $SchemaRef): EventShape {
  const { schema } = resolveSchema(reference);
  if (typeof schema === "number" || (!isStructure(schema) && !isError(schema))) {
    throw new TypeError(`The event ${type} must be a structure.`);
  }
  const headers: EventHeader[] = [];
  const document = new Set<string>();
  let payload: EventPayload | undefined;
  for (const [name, member] of membersOf(schema)) {
    const { memberTraits, schema: target } = resolveSchema(member);
    if (memberTraits.eventHeader === 1 && typeof target === "number") {
      const type = memberTraits["eventHeaderType"];
      headers.push({ name, schema: target, type: typeof type === "string" ? type : undefined });
    } else if (memberTraits.eventPayload === 1) {
      const form =
        target === Sentinel.blob ? "blob" : target === Sentinel.string ? "string" : "structured";
      payload = { form, name, reference: member };
    } else {
      document.add(name);
    }
  }
  return {
    type,
    error: isError(schema) ? schema : undefined,
    headers,
    payload:
      payload ??
      (document.size === 0
        ? undefined
        : { form: "document", document: withMembers(schema, (name) => document.has(name)) }),
  };
}
