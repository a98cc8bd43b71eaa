import { keyText } from "../load/evaluate-value.js";
import type { FileNode } from "../syntax/nodes.js";
import type { TextEdit } from "./edit-text.js";
import { lineBreakOf } from "./edit-text.js";

/** Sets the version of a file to 2.0. */
export function versionEdits({ controls }: FileNode, text: string): readonly TextEdit[] {
  const written = controls.find(({ key }) => keyText(key) === "version");
  if (written !== undefined) {
    const { start, end } = written.value;
    return [{ start, end, text: '"2.0"' }];
  }
  const line = lineBreakOf(text);
  return [{ start: 0, end: 0, text: `$version: "2.0"${line}${line}` }];
}
