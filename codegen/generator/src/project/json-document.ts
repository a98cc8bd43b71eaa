import { createSourceFile } from "@tinsmith/smithy";
import type { Diagnostic, SourceFile, Span } from "@tinsmith/smithy";
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import { messages } from "./build-messages.js";

/** A JSON text with the locations of its values. */
export interface JsonDocument {
  readonly value: unknown;
  /** The text; absent for a value from a program. */
  readonly file?: SourceFile;
  /**
   * Returns the location of a value or, with `key`, of its key. If it does not exist, returns the
   * location of the nearest surrounding value. A document without text has no locations.
   */
  spanOf(path: readonly (string | number)[], part?: "value" | "key"): Span | undefined;
}

/** Returns a value from a program as a document without locations. */
export function documentOfValue(value: unknown): JsonDocument {
  return { value, spanOf: () => undefined };
}

/** Parses JSON with comments, the format of Smithy's configuration, and reports all errors. */
export function parseJsonDocument(
  path: string,
  text: string,
): { readonly document: JsonDocument | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const file = createSourceFile(path, text);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false });
  const diagnostics = errors.map(({ error, offset, length }) =>
    messages.configSyntax(sentence(printParseErrorCode(error)), {
      span: { file, start: offset, end: offset + Math.max(1, length) },
    }),
  );
  if (root === undefined || diagnostics.length > 0) return { document: undefined, diagnostics };
  const document: JsonDocument = {
    value: getNodeValue(root),
    file,
    spanOf: (path, part = "value") => spanOf(file, root, path, part),
  };
  return { document, diagnostics: [] };
}

function spanOf(
  file: SourceFile,
  root: Node,
  path: readonly (string | number)[],
  part: "value" | "key",
): Span {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node === undefined) continue;
    const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
    const at = part === "key" && key !== undefined && length === path.length ? key : node;
    return { file, start: at.offset, end: at.offset + at.length };
  }
  return { file, start: root.offset, end: root.offset + 1 };
}

/** Returns `Comma expected` for `CommaExpected`. */
function sentence(code: string): string {
  const words = code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
