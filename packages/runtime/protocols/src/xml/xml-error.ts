import { Sentinel, isList, membersOf, resolveSchema } from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema } from "@tinsmith/schema";
import type { FoundError } from "../http-bindings/rest-style.js";
import { textOf } from "../values/bytes.js";
import { childOf, parseXml, textIn } from "./parse-xml.js";
import type { XmlContent } from "./parse-xml.js";

/** Reads the members of an error from its element. */
export type ReadMembers = (members: MemberedSchema, content: XmlContent) => Record<string, unknown>;

/**
 * Finds the error in a body. The element `Error` is the root, a child of the root, or inside an
 * element `Errors`. The request id is a sibling or a child of `Error`; its spelling varies.
 */
export function findXmlError(body: string | Uint8Array, readMembers: ReadMembers): FoundError {
  const nothing: FoundError = {
    code: undefined,
    message: undefined,
    data: {},
    read: () => ({}),
  };
  let root: { name: string; content: XmlContent };
  try {
    root = parseXml(textOf(body));
  } catch {
    return nothing;
  }
  const { name, content } = root;
  const errors = childOf(content, "Errors");
  const error =
    (errors && childOf(errors, "Error")) ??
    childOf(content, "Error") ??
    (name === "Error" ? content : undefined);
  if (error === undefined) return nothing;
  const text = (from: XmlContent, ...names: string[]): string | undefined => {
    for (const candidate of names) {
      const child = childOf(from, candidate);
      if (child !== undefined) return textIn(child);
    }
    return undefined;
  };
  return {
    code: text(error, "Code")?.trim(),
    message: text(error, "Message", "message"),
    type: text(error, "Type"),
    requestId:
      text(content, "RequestId", "RequestID", "requestId") ?? text(error, "RequestId", "RequestID"),
    data: typeof error === "string" ? {} : { ...error },
    read: (members) => ({ ...emptyLists(members), ...readMembers(members, error) }),
  };
}

/**
 * An absent list of an error becomes an empty list, as in the AWS SDK: Route 53 omits lists without
 * entries.
 */
const emptyLists = (members: MemberedSchema): Record<string, unknown> =>
  Object.fromEntries(
    membersOf(members)
      .filter(([, reference]) => isListLike(resolveSchema(reference).schema))
      .map(([name]) => [name, []]),
  );

const isListLike = (schema: ResolvedSchema["schema"]): boolean =>
  typeof schema === "number" ? schema >= Sentinel.list && schema < Sentinel.map : isList(schema);
