import { createHash } from "node:crypto";
import type { ShapeId } from "@tinsmith/smithy";

/** Names that Windows reserves for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)$/;

/**
 * Returns a unique file name without extension for each shape. It consists of lowercase letters,
 * digits and hyphens, which are safe on every file system and in URLs. Names that would be equal
 * (`Tag`, `TAG`) get a hash of the id as suffix, which does not change when shapes are added.
 */
export function assignFileNames(ids: readonly ShapeId[]): ReadonlyMap<ShapeId, string> {
  const byName = new Map<string, ShapeId[]>();
  for (const id of [...ids].sort()) {
    const name = fileName(localName(id));
    const sharing = byName.get(name);
    if (sharing) sharing.push(id);
    else byName.set(name, [id]);
  }
  const names = new Map<ShapeId, string>();
  for (const [name, sharing] of byName) {
    for (const id of sharing)
      names.set(id, sharing.length === 1 ? name : `${name}-${shortHash(id)}`);
  }
  return names;
}

/**
 * Returns the part of a shape id after the namespace: the shape's name, with `$member` for members.
 */
export function localName(id: ShapeId): string {
  return id.slice(id.indexOf("#") + 1);
}

/** Returns an `id` attribute for a shape or member name: without whitespace, stable, readable. */
export function anchorName(...names: readonly string[]): string {
  return names.map((name) => encodeName(name)).join(".");
}

function encodeName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, (char) => `-${char.codePointAt(0)?.toString(16) ?? ""}-`);
}

function fileName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  const safe = words === "" ? "shape" : words;
  return reserved.test(safe) ? `${safe}-shape` : safe;
}

function shortHash(id: ShapeId): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 6);
}
