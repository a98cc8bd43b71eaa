import { shapeName, shapeNamespace } from "@tinsmith/smithy";
import type { Random } from "../random.js";
import type { AstMember, AstShape, Draft, Json, JsonObject } from "./ast.js";
import { api, isJsonObject, lifecycles } from "./ast.js";

/** Writes shapes of one namespace as IDL, in one of many layouts. */
export function printIdl(
  draft: Pick<Draft, "version" | "metadata">,
  namespace: string,
  shapes: readonly (readonly [id: string, shape: AstShape])[],
  random: Random,
): string {
  return new IdlPrinter(draft, namespace, shapes, random).print();
}

const types = new Set(["apply"]);

class IdlPrinter {
  readonly #draft: Pick<Draft, "version" | "metadata">;
  readonly #namespace: string;
  readonly #shapes: ReadonlyMap<string, AstShape>;
  readonly #random: Random;
  readonly #uses = new Map<string, string>();
  readonly #useChance: number;
  readonly #applied: string[] = [];
  /** Structures that are written inside the operation that uses them. */
  readonly #inlined = new Set<string>();

  constructor(
    draft: Pick<Draft, "version" | "metadata">,
    namespace: string,
    shapes: readonly (readonly [id: string, shape: AstShape])[],
    random: Random,
  ) {
    this.#draft = draft;
    this.#namespace = namespace;
    this.#shapes = new Map(shapes);
    this.#random = random;
    this.#useChance = random.pick([0, 0.5, 1]);
    if (draft.version === "2.0" && random.chance(0.7)) this.#chooseInlined();
  }

  #chooseInlined(): void {
    for (const [id, shape] of this.#shapes) {
      for (const side of ["input", "output"] as const) {
        const target = shape[side]?.target;
        const suffix = side === "input" ? "Input" : "Output";
        const inner = target === undefined ? undefined : this.#shapes.get(target);
        if (inner?.type === "structure" && target === `${id}${suffix}`) {
          if (inner.traits?.[api(side)] !== undefined) this.#inlined.add(target);
        }
      }
    }
  }

  print(): string {
    const body = [...this.#shapes]
      .filter(([id]) => !this.#inlined.has(id))
      .map(([id, shape]) => this.#statement(id, shape));
    const { version, metadata } = this.#draft;
    const head = [
      ...(version === "1.0" && this.#random.chance(0.5) ? [] : [this.#versionLine()]),
      ...Object.entries(metadata).map(([key, value]) => `metadata ${key} = ${this.#value(value)}`),
      `namespace ${this.#namespace}`,
      ...[...this.#uses.values()].map((id) => `use ${id}`),
    ];
    const blank = this.#random.pick(["\n", "\n\n", "\n\n"]);
    return `${head.join("\n")}${blank}${[...body, ...this.#applied].join(blank)}\n`;
  }

  #versionLine(): string {
    const { version } = this.#draft;
    return `$version: "${this.#random.chance(0.8) ? version : version.slice(0, 1)}"`;
  }

  #statement(id: string, shape: AstShape): string {
    if (types.has(shape.type)) {
      return Object.entries(shape.traits ?? {})
        .map(([trait, value]) => `apply ${this.#id(id)} ${this.#trait(trait, value)}`)
        .join("\n");
    }
    const traits = this.#movedTraits(shapeName(id), shape.traits ?? {});
    const lines = this.#traitLines(traits, "");
    return `${lines}${shape.type} ${shapeName(id)}${this.#mixins(shape)}${this.#body(id, shape)}`;
  }

  /** Moves some traits to `apply` statements, and returns the remaining traits. */
  #movedTraits(target: string, traits: JsonObject): JsonObject {
    const kept: JsonObject = {};
    for (const [id, value] of Object.entries(traits)) {
      if (this.#random.chance(0.04))
        this.#applied.push(`apply ${target} ${this.#trait(id, value)}`);
      else kept[id] = value;
    }
    return kept;
  }

  #traitLines(traits: JsonObject, indent: string): string {
    const separator = `\n${indent}`;
    return Object.entries(traits)
      .map(([id, value]) =>
        id === api("documentation") && typeof value === "string" && this.#random.chance(0.7)
          ? { order: 0, text: this.#documentation(value, indent) }
          : { order: 1, text: this.#trait(id, value) },
      )
      .sort((a, b) => a.order - b.order)
      .map(({ text }) => text + separator)
      .join("");
  }

  #documentation(text: string, indent: string): string {
    // oxlint-disable-next-line no-control-regex -- they end a comment
    if (/[\r\u0000-\u0009\u000b-\u001f]/.test(text))
      return `@documentation(${JSON.stringify(text)})`;
    return text
      .split("\n")
      .map((line) => `/// ${line}`)
      .join(`\n${indent}`);
  }

  #trait(id: string, value: Json): string {
    const name = this.#id(id);
    if (isJsonObject(value)) {
      const entries = Object.entries(value);
      if (entries.length === 0) return this.#random.chance(0.9) ? `@${name}` : `@${name}({})`;
      if (this.#random.chance(0.8)) {
        const separator = this.#random.pick([", ", ", ", " ", "\n    "]);
        const inner = entries.map(([key, item]) => `${this.#key(key)}: ${this.#value(item)}`);
        return `@${name}(${inner.join(separator)})`;
      }
    }
    if (value === null) return `@${name}(null)`;
    return `@${name}(${this.#value(value)})`;
  }

  #key(key: string): string {
    const isWord = /^(?:_*[A-Za-z]|_+\d)\w*$/.test(key);
    return isWord && this.#random.chance(0.8) ? key : this.#string(key);
  }

  #value(value: Json): string {
    if (typeof value === "string") return this.#text(value);
    if (Array.isArray(value)) {
      const separator = this.#random.pick([", ", ", ", " ", "\n", ",\n"]);
      return `[${value.map((item) => this.#value(item)).join(separator)}]`;
    }
    if (!isJsonObject(value)) return JSON.stringify(value);
    const separator = this.#random.pick([", ", ", ", "\n", " "]);
    const entries = Object.entries(value).map(
      ([k, item]) => `${this.#key(k)}: ${this.#value(item)}`,
    );
    return entries.length === 0 ? "{}" : `{ ${entries.join(separator)} }`;
  }

  #text(value: string): string {
    if (/^[\w.]+#[A-Za-z]\w*$/.test(value) && this.#random.chance(0.5)) return this.#id(value);
    const isPlain = /^[ -~\n]*$/.test(value) && !/[\\"]/.test(value);
    if (isPlain && !/ $| \n/.test(value) && value.includes("\n") && this.#random.chance(0.6))
      return `"""\n${value}"""`;
    return this.#string(value);
  }

  #string(value: string): string {
    // A string may contain line breaks that are not escaped.
    return JSON.stringify(value).replaceAll("\\n", this.#random.chance(0.5) ? "\n" : "\\n");
  }

  /** Returns an id: absolute, or shortened by the namespace, the prelude or a `use` statement. */
  #id(id: string): string {
    const namespace = shapeNamespace(id);
    const name = shapeName(id);
    const root = name.split("$")[0] ?? name;
    if (namespace === this.#namespace) return this.#random.chance(0.9) ? name : id;
    const shadowed = this.#shapes.has(`${this.#namespace}#${root}`);
    if (namespace === "smithy.api" && !shadowed) return this.#random.chance(0.97) ? name : id;
    if (shadowed || namespace === "" || name.includes("$")) return id;
    const known = this.#uses.get(name);
    if (known === undefined && this.#random.chance(this.#useChance)) this.#uses.set(name, id);
    return this.#uses.get(name) === id ? name : id;
  }

  #mixins({ mixins }: AstShape): string {
    if (mixins === undefined || mixins.length === 0) return "";
    return ` with [${mixins.map(({ target }) => this.#id(target)).join(this.#random.pick([", ", " "]))}]`;
  }

  #body(id: string, shape: AstShape): string {
    switch (shape.type) {
      case "list":
      case "set":
      case "map":
      case "structure":
      case "union":
      case "enum":
      case "intEnum":
        return this.#members(shapeName(id), shape, "");
      case "operation":
        return this.#operation(shape);
      case "service":
      case "resource":
        return this.#entity(shape);
      default:
        return "";
    }
  }

  #members(container: string, shape: AstShape, indent: string): string {
    const inner = `${indent}    `;
    const isEnum = shape.type === "enum" || shape.type === "intEnum";
    const fixed = { member: shape.member, key: shape.key, value: shape.value };
    const all = { ...fixed, ...shape.members };
    const members = Object.entries(all).flatMap(([name, member]) =>
      member === undefined
        ? []
        : [inner + this.#member(`${container}$${name}`, name, member, isEnum, inner)],
    );
    if (members.length === 0) return " {}";
    const comma = this.#random.chance(0.3) ? "," : "";
    const blank = this.#random.chance(0.3) ? "\n" : "";
    return ` {\n${members.join(`${comma}\n${blank}`)}\n${indent}}`;
  }

  #member(path: string, name: string, member: AstMember, isEnum: boolean, indent: string): string {
    const traits = this.#movedTraits(path, member.traits ?? {});
    const assigned = isEnum ? api("enumValue") : api("default");
    const sugar =
      this.#draft.version === "2.0" && assigned in traits && this.#random.chance(isEnum ? 1 : 0.8);
    const { [assigned]: value, ...others } = traits;
    const lines = this.#traitLines(sugar ? others : traits, indent);
    const target = isEnum ? "" : `: ${this.#id(member.target)}`;
    const space = this.#random.chance(0.9) ? " " : "";
    const assignment = sugar && value !== undefined ? `${space}=${space}${this.#value(value)}` : "";
    return `${lines}${name}${target}${assignment}`;
  }

  #operation(shape: AstShape): string {
    const lines = (["input", "output"] as const).flatMap((side) => {
      const target = shape[side]?.target;
      if (target === undefined) return [];
      if (!this.#inlined.has(target)) return [`${side}: ${this.#id(target)}`];
      const inner = this.#shapes.get(target);
      if (inner === undefined) return [];
      const { [api(side)]: _, ...traits } = inner.traits ?? {};
      const before = this.#traitLines(traits, "    ");
      const members = this.#members(shapeName(target), inner, "    ");
      return [
        `${side} :=${before === "" ? "" : "\n    "}${before}${this.#mixins(inner)}${members}`,
      ];
    });
    if (shape.errors !== undefined)
      lines.push(`errors: [${shape.errors.map(({ target }) => this.#id(target)).join(", ")}]`);
    return lines.length === 0 ? " {}" : ` {\n    ${lines.join("\n    ")}\n}`;
  }

  #entity(shape: AstShape): string {
    const lines: string[] = [];
    const list = (items: readonly string[]): string =>
      `[${items.join(this.#random.pick([", ", "\n"]))}]`;
    if (shape.version !== undefined) lines.push(`version: ${JSON.stringify(shape.version)}`);
    for (const key of ["identifiers", "properties"] as const) {
      const entries = Object.entries(shape[key] ?? {});
      if (entries.length > 0)
        lines.push(
          `${key}: { ${entries.map(([name, { target }]) => `${name}: ${this.#id(target)}`).join(", ")} }`,
        );
    }
    for (const key of lifecycles) {
      const target = shape[key]?.target;
      if (target !== undefined) lines.push(`${key}: ${this.#id(target)}`);
    }
    for (const key of ["operations", "collectionOperations", "resources", "errors"] as const) {
      const items = shape[key];
      if (items !== undefined)
        lines.push(`${key}: ${list(items.map(({ target }) => this.#id(target)))}`);
    }
    if (shape.rename !== undefined) lines.push(`rename: ${this.#rename(shape.rename)}`);
    return lines.length === 0 ? " {}" : ` {\n    ${lines.join("\n    ")}\n}`;
  }

  #rename(rename: Record<string, string>): string {
    const entries = Object.entries(rename).map(([id, name]) => `"${id}": "${name}"`);
    return `{ ${entries.join(", ")} }`;
  }
}
