import type { $SchemaRef } from "@smithy/types";
import { viewOf } from "@tinsmith/validation";
import type { ShapeView, Constraints } from "@tinsmith/validation";
import { isObject } from "@tinsmith/values";

/** Reports each enum value inside a value. `member` has the form `Container.member`. */
export type EnumCollector = (value: unknown, tell: (member: string, value: string) => void) => void;

/** The members with an enum type that a shape reaches, and their values in the model. */
export type EnumMembers = ReadonlyMap<string, readonly string[]>;

/**
 * Compiles a function that finds enum values. Returns undefined for a shape without enum values, so
 * that most messages are not inspected.
 */
export function compileEnumCollector(
  schema: $SchemaRef,
  constraints: Constraints,
): { readonly collect: EnumCollector; readonly members: EnumMembers } | undefined {
  const members = new Map<string, readonly string[]>();
  const collect = new Compilation(constraints, members).compile(schema);
  return members.size === 0 ? undefined : { collect, members };
}

class Compilation {
  readonly #constraints: Constraints;
  readonly #members: Map<string, readonly string[]>;
  readonly #done = new Map<object, EnumCollector>();

  constructor(constraints: Constraints, members: Map<string, readonly string[]>) {
    this.#constraints = constraints;
    this.#members = members;
  }

  compile(ref: $SchemaRef): EnumCollector {
    const view = viewOf(ref);
    if (!("identity" in view) || view.identity === undefined) return nothing;
    const earlier = this.#done.get(view.identity);
    if (earlier) return earlier;
    // Registered before the shape is compiled, because a recursive shape refers to itself.
    let collect: EnumCollector = nothing;
    this.#done.set(view.identity, (value, tell) => collect(value, tell));
    collect = this.#compileView(view);
    this.#done.set(view.identity, collect);
    return collect;
  }

  #compileView(view: ShapeView): EnumCollector {
    switch (view.kind) {
      case "list": {
        const item = this.#member(view.name, "member", view.member);
        if (item === nothing) return nothing;
        return (value, tell) => {
          if (Array.isArray(value)) for (const one of value) item(one, tell);
        };
      }
      case "map": {
        const item = this.#member(view.name, "value", view.value);
        if (item === nothing) return nothing;
        return (value, tell) => {
          if (isObject(value)) for (const one of Object.values(value)) item(one, tell);
        };
      }
      case "structure":
      case "union": {
        if (view.streaming) return nothing;
        const members = view.members.map(
          ({ name, ref }) => [name, this.#member(view.name, name, ref)] as const,
        );
        const collecting = members.filter(([, collect]) => collect !== nothing);
        if (collecting.length === 0) return nothing;
        return (value, tell) => {
          if (!isObject(value)) return;
          for (const [name, collect] of collecting) collect(Reflect.get(value, name), tell);
        };
      }
      default:
        return nothing;
    }
  }

  #member(container: string | undefined, name: string, ref: $SchemaRef): EnumCollector {
    const constraint = container === undefined ? undefined : this.#constraints[container]?.[name];
    const values = constraint?.enum ?? constraint?.intEnum?.map(String);
    if (!values) return this.compile(ref);
    const member = `${container}.${name}`;
    this.#members.set(member, values);
    return (value, tell) => {
      if (typeof value === "string" || typeof value === "number") tell(member, String(value));
    };
  }
}

const nothing: EnumCollector = () => undefined;
