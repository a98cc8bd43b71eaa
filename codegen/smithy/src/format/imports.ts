import type { FileNode, UseNode } from "../syntax/nodes.js";
import { compareText } from "../diagnostics/compare.js";

/** The `use` statements whose names occur in the file, sorted by id. */
export function usedImports(root: FileNode): readonly UseNode[] {
  const names = new Set<string>();
  collectNames([root.metadata, root.statements], names);
  return root.uses
    .filter(({ id }) => names.has(id.text.slice(id.text.indexOf("#") + 1)))
    .sort((a, b) => compareText(a.id.text, b.id.text));
}

/** Collects the names of all relative shape ids below a node. */
function collectNames(part: unknown, names: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  if ("kind" in part && part.kind === "shapeId" && "text" in part) {
    const text = String(part.text);
    if (!text.includes("#")) names.add(text.split("$", 1)[0] ?? text);
    return;
  }
  for (const child of Object.values(part)) collectNames(child, names);
}
