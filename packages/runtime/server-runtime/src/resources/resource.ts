import type { $SchemaRef } from "@smithy/types";
import type { OperationDescription } from "@tinsmith/protocols";
import { isIdempotencyToken, viewOf } from "@tinsmith/validation";
import type { Constraints } from "@tinsmith/validation";
import { encodedMemberTraitsOf, inputOf, isMember, nameOf, outputOf } from "@tinsmith/schema";
import { compileExamples } from "../sample/match-example.js";
import type { ExampleMatcher, Examples } from "../sample/match-example.js";
import { sampleOf } from "../sample/sample.js";
import { keyOf } from "./instances.js";
import type { Values } from "./instances.js";
import { schemaAt, setAt, valueAt } from "./member-path.js";
import type {
  LifecycleOperation,
  ListOperation,
  ResourceBindings,
  ResourceDescription,
} from "./resource-description.js";
import { describeValue } from "../checks/describe-value.js";

/** The settings of resources. */
export interface ResourceSettings {
  readonly operations: readonly OperationDescription[];
  readonly constraints: Constraints;
  readonly examples: Examples;
  readonly seed: string;
}

/** A lifecycle operation with its schemas. */
export interface Lifecycle {
  readonly description: LifecycleOperation;
  readonly operation: OperationDescription;
  readonly example: ExampleMatcher;
  /** The member of the input that identifies repeated calls. */
  readonly tokenMember: string | undefined;
}

/**
 * A resource and its schemas. Reads instances from messages, writes them, and generates missing
 * values.
 */
export class Resource {
  readonly name: string;
  readonly identifiers: readonly string[];
  readonly description: ResourceDescription;
  readonly lifecycles: readonly Lifecycle[];
  readonly #settings: ResourceSettings;
  /** The positions of each identifier and property in messages. Positions in outputs come first. */
  readonly #places = new Map<string, Place[]>();
  /** The names of members that callers can set when they create an instance. */
  readonly #settable = new Set<string>();

  /** @throws TypeError if the service does not have an operation */
  constructor(description: ResourceDescription, settings: ResourceSettings) {
    this.name = description.name;
    this.identifiers = description.identifiers;
    this.description = description;
    this.#settings = settings;
    this.lifecycles = description.operations.map((lifecycle) => compile(lifecycle, settings));
    for (const { description: lifecycle, operation } of this.lifecycles) {
      const input = inputOf(operation.schema);
      const output = outputOf(operation.schema);
      if (lifecycle.kind === "create" || lifecycle.kind === "put") {
        for (const name of Object.keys(lifecycle.input)) this.#settable.add(name);
      }
      if (lifecycle.kind === "list")
        this.#addPlaces(itemSchema(lifecycle, operation), lifecycle.item);
      else this.#addPlaces(output, lifecycle.output);
      this.#addPlaces(input, lifecycle.input, "input");
    }
  }

  /** The names of all identifiers and properties. */
  get names(): readonly string[] {
    return [...new Set([...this.identifiers, ...this.#places.keys()])];
  }

  schemaOf(name: string): $SchemaRef | undefined {
    const place = this.#places.get(name)?.[0];
    return place && schemaAt(place.schema, place.path);
  }

  keyOf(values: Values): string {
    return keyOf(this.identifiers, values);
  }

  identifiersOf(values: Values): Values {
    return Object.fromEntries(this.identifiers.map((name) => [name, values[name]]));
  }

  /** Generates an identifier within its constraints. Each attempt results in another identifier. */
  makeIdentifier(name: string, attempt: number): string {
    const made = this.#sampleOf(name, `${this.name}#${attempt}`);
    return typeof made === "string" ? made : `${this.name}-${attempt}`;
  }

  /** Generates the properties that only the server sets, or that an output requires. */
  makeProperties(given: Values): Values {
    const made: Record<string, unknown> = {};
    for (const [name, places] of this.#places) {
      if (this.identifiers.includes(name) || given[name] !== undefined) continue;
      const answers = places.filter(({ side }) => side === "output");
      if (answers.length === 0 || answers.some((place) => hasDefault(place))) continue;
      const isNeeded = answers.some((place) => this.#isRequired(place));
      if (this.#settable.has(name) && !isNeeded) continue;
      made[name] = this.#sampleOf(name, this.#seedOf(given));
    }
    return made;
  }

  /**
   * Writes an instance into a message. Members that do not belong to the resource become samples.
   */
  answer(schema: $SchemaRef, bindings: ResourceBindings, values: Values): object {
    const sample = sampleOf(schema, { ...this.#settings, seed: this.#seedOf(values) });
    const message = typeof sample === "object" && sample !== null ? sample : {};
    const bound = new Set(Object.values(bindings));
    for (const name of Object.keys(message)) {
      if (!bound.has(name) && hasDefault({ schema, path: name })) setAt(message, name, undefined);
    }
    for (const [name, path] of Object.entries(bindings)) setAt(message, path, values[name]);
    return message;
  }

  /** Writes a list. Omits optional members that concern the list as a whole. */
  answerList(
    { items, item }: ListOperation,
    operation: OperationDescription,
    page: readonly Values[],
  ): object {
    const output = outputOf(operation.schema);
    const sample = sampleOf(output, {
      ...this.#settings,
      seed: `${this.#settings.seed}${this.name}`,
    });
    const message: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(sample ?? {})) {
      const place: Place = { schema: output, path: name, side: "output" };
      if (this.#isRequired(place) && !hasDefault(place)) message[name] = value;
    }
    const list = schemaAt(output, items);
    const view = list === undefined ? undefined : viewOf(list);
    const values = page.map((one) =>
      typeof item === "string" || view?.kind !== "list"
        ? one[String(item)]
        : this.answer(view.member, item, one),
    );
    setAt(message, items, values);
    return message;
  }

  #seedOf(values: Values): string {
    return `${this.#settings.seed}${this.name}${this.keyOf(values)}`;
  }

  #sampleOf(name: string, seed: string): unknown {
    const place = this.#places.get(name)?.[0];
    if (!place) return undefined;
    return valueAt(sampleOf(place.schema, { ...this.#settings, seed }), place.path);
  }

  #isRequired({ schema, path }: Pick<Place, "schema" | "path">): boolean {
    const names = path.split(".");
    const last = names.pop() ?? path;
    const container = names.length === 0 ? schema : schemaAt(schema, names.join("."));
    const view = container === undefined ? undefined : viewOf(container);
    return (
      view?.kind === "structure" && this.#settings.constraints[view.name]?.[last]?.required === true
    );
  }

  #addPlaces(
    schema: $SchemaRef | undefined,
    bindings: ResourceBindings | string,
    side: Place["side"] = "output",
  ): void {
    if (schema === undefined || typeof bindings === "string") return;
    for (const [name, path] of Object.entries(bindings)) {
      const places = this.#places.get(name) ?? [];
      this.#places.set(name, places);
      const place: Place = { schema, path, side };
      // Positions in outputs come first, because values are generated for outputs.
      const last = side === "output" ? places.findIndex((one) => one.side === "input") : -1;
      places.splice(last < 0 ? places.length : last, 0, place);
    }
  }
}

interface Place {
  readonly schema: $SchemaRef;
  readonly path: string;
  readonly side: "input" | "output";
}

/** Reads the values of a resource from a message. */
export const valuesOf = (message: unknown, bindings: ResourceBindings): Values =>
  Object.fromEntries(
    Object.entries(bindings).flatMap(([name, path]) => {
      const value = valueAt(message, path);
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );

function compile(
  description: LifecycleOperation,
  { operations, examples }: ResourceSettings,
): Lifecycle {
  const operation = operations.find(({ schema }) => nameOf(schema) === description.operation);
  if (!operation) throw new TypeError(`Unknown operation ${describeValue(description.operation)}.`);
  const input = viewOf(inputOf(operation.schema));
  return {
    description,
    operation,
    example: compileExamples(operation, examples[description.operation]),
    tokenMember:
      input.kind === "structure" ? input.members.find(isIdempotencyToken)?.name : undefined,
  };
}

function itemSchema(
  { items }: ListOperation,
  operation: OperationDescription,
): $SchemaRef | undefined {
  const list = schemaAt(outputOf(operation.schema), items);
  const view = list === undefined ? undefined : viewOf(list);
  return view?.kind === "list" ? view.member : undefined;
}

/** Returns true if the server sets a member by default. */
function hasDefault({ schema, path }: Pick<Place, "schema" | "path">): boolean {
  const ref = schemaAt(schema, path);
  if (ref === undefined || !isMember(ref)) return false;
  const traits = encodedMemberTraitsOf(ref);
  return typeof traits === "object" && "default" in traits;
}
