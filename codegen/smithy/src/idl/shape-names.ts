import type { Model, ShapeId } from "../model/model.js";

const preludePrefix = "smithy.api#";

/**
 * Writes the shape ids in the file of a namespace: imported, relative, or absolute if names clash.
 */
export class ShapeNames {
  readonly #model: Model;
  readonly #namespace: string;
  readonly #imports = new Map<string, ShapeId>();

  constructor(model: Model, namespace: string) {
    this.#model = model;
    this.#namespace = namespace;
  }

  nameOf(id: ShapeId): string {
    const [namespace = "", rest = ""] = id.split("#", 2);
    const [name = "", member] = rest.split("$", 2);
    const suffix = member === undefined ? "" : `$${member}`;
    if (namespace === this.#namespace) return name + suffix;
    const isTaken = this.#model.getShape(`${this.#namespace}#${name}`) !== undefined;
    if (isTaken) return id;
    if (namespace === "smithy.api") return this.#imports.has(name) ? id : name + suffix;
    const root = `${namespace}#${name}`;
    const imported = this.#imports.get(name);
    const hidesPrelude = this.#model.getShape(preludePrefix + name) !== undefined;
    if (hidesPrelude || (imported !== undefined && imported !== root)) return id;
    this.#imports.set(name, root);
    return name + suffix;
  }

  /** The ids to import, sorted. */
  get imports(): readonly ShapeId[] {
    return [...this.#imports.values()].sort();
  }
}
