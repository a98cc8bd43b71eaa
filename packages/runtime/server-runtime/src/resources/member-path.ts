import type { $SchemaRef } from "@smithy/types";
import { viewOf } from "@tinsmith/validation";

/** Returns the value at a path of member names joined with dots. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

/** Sets or removes the value at a path. Creates missing structures on the path. */
export function setAt(target: object, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop() ?? path;
  let inside = target;
  for (const name of names) {
    const next: unknown = Object.hasOwn(inside, name) ? Reflect.get(inside, name) : undefined;
    if (typeof next === "object" && next !== null) {
      inside = next;
      continue;
    }
    if (value === undefined) return;
    const made = {};
    Reflect.set(inside, name, made);
    inside = made;
  }
  if (value === undefined) Reflect.deleteProperty(inside, last);
  else Reflect.set(inside, last, value);
}

/** Returns the schema of the member at a path. */
export function schemaAt(schema: $SchemaRef, path: string): $SchemaRef | undefined {
  let found: $SchemaRef | undefined = schema;
  for (const name of path.split(".")) {
    if (found === undefined) return undefined;
    const view = viewOf(found);
    if (view.kind !== "structure") return undefined;
    found = view.members.find((member) => member.name === name)?.ref;
  }
  return found;
}
