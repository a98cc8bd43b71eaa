import { parseXML } from "@aws-sdk/xml-builder";
import { cbor } from "@smithy/core/cbor";
import type { Body } from "@tinsmith/protocols";
import { isBytes } from "@tinsmith/values";

/** A member of a body, and the type of its value. */
export interface BodyMember {
  /** Names as in the body, joined with dots. `[]` represents the items of a list. */
  readonly path: string;
  readonly type: string;
}

/** The direction of a body. Query protocols send forms and receive XML. */
type Direction = "request" | "response";

/**
 * Returns the members of a body that readers ignored because the model does not have them. These
 * members are missing when the message is written again. Only the outermost unknown member is
 * reported. Empty if a body cannot be parsed.
 */
export function unknownMembers(
  protocolId: string,
  direction: Direction,
  received: Body,
  written: Body,
): readonly BodyMember[] {
  const known = membersOf(protocolId, direction, written);
  const found = membersOf(protocolId, direction, received);
  if (!known || !found) return [];
  const unknown = [...found].filter(([path]) => !known.has(path));
  const paths = new Set(unknown.map(([path]) => path));
  return unknown
    .filter(([path]) => !pathsAbove(path).some((above) => paths.has(above)))
    .map(([path, type]) => ({ path, type }));
}

type Members = ReadonlyMap<string, string>;

function membersOf(protocolId: string, direction: Direction, body: Body): Members | undefined {
  if (body === undefined) return new Map();
  if (typeof body !== "string" && !isBytes(body)) return undefined;
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const members = new Map<string, string>();
  if (bytes.byteLength === 0) return members;
  try {
    collectors[formatOf(protocolId, direction)](bytes, members);
  } catch {
    // The reader of the protocol reports malformed messages.
    return undefined;
  }
  return members;
}

type Format = "json" | "cbor" | "xml" | "form";

function formatOf(protocolId: string, direction: Direction): Format {
  if (/query$/i.test(protocolId)) return direction === "request" ? "form" : "xml";
  if (/xml$/i.test(protocolId)) return "xml";
  return /cbor$/i.test(protocolId) ? "cbor" : "json";
}

const collectors: Readonly<Record<Format, (bytes: Uint8Array, into: Map<string, string>) => void>> =
  {
    json: (bytes, into) => walk(JSON.parse(textOf(bytes)), "", "[]", into),
    cbor: (bytes, into) => walk(cbor.deserialize(bytes), "", "[]", into),
    // The root may have any name. The items of a list are elements with the same name.
    xml: (bytes, into) => {
      const root: unknown = parseXML(textOf(bytes));
      walk(isRecord(root) ? Object.values(root)[0] : undefined, "", "", into);
    },
    form: (bytes, into) => {
      for (const name of new URLSearchParams(textOf(bytes)).keys()) {
        into.set(name.replaceAll(/\.\d+(?=\.|$)/g, "[]"), "a string");
      }
    },
  };

function walk(value: unknown, path: string, item: string, into: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, `${path}${item}`, item, into);
  } else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value)) {
      // A null member counts as absent.
      if (member === null || member === undefined || /^(?:xmlns\b|#text$|__type$)/.test(name))
        continue;
      const at = path === "" ? name : `${path}.${name}`;
      into.set(at, typeOf(member));
      walk(member, at, item, into);
    }
  }
}

const pathsAbove = (path: string): readonly string[] =>
  [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index));

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !isBytes(value);

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}
