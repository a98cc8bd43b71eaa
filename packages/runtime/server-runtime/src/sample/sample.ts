import type { $SchemaRef, SchemaTraits } from "@smithy/types";
import { canonical, viewOf } from "@tinsmith/validation";
import type {
  Constraints,
  ListView,
  MapView,
  MemberConstraints,
  StructureView,
} from "@tinsmith/validation";
import { decodeTraits, resolveSchema } from "@tinsmith/schema";
import { createRandom } from "./random.js";
import { sampleText } from "./sample-text.js";

/** Options of samples. */
export interface SampleOptions {
  readonly constraints?: Constraints;
  /** The seed of the samples. Default: empty. */
  readonly seed?: string;
  /** The value of a member that is bound to the HTTP status. Default 200. */
  readonly statusCode?: number;
  /**
   * Set to true to omit optional members. The result is the smallest valid value. Default: false.
   */
  readonly requiredOnly?: boolean;
}

/**
 * Returns a value of a shape that meets the model's constraints. Each part depends only on the
 * seed, the shape and the path to the part, so that a new member does not change the others.
 * Optional members are set, except where a shape contains itself.
 *
 * @param own - the constraints of the value itself, if the value is a member
 */
export const sampleOf = (
  schema: $SchemaRef,
  options: SampleOptions = {},
  own: MemberConstraints = {},
): unknown => new Sampler(options).value(schema, own, "", "", []);

class Sampler {
  readonly #constraints: Constraints;
  readonly #seed: string;
  readonly #statusCode: number;
  readonly #requiredOnly: boolean;

  constructor({
    constraints = {},
    seed = "",
    statusCode = 200,
    requiredOnly = false,
  }: SampleOptions) {
    this.#constraints = constraints;
    this.#seed = seed;
    this.#statusCode = statusCode;
    this.#requiredOnly = requiredOnly;
  }

  /**
   * @param name - the name of the member, for readable texts
   * @param path - the path from the outermost shape; the value depends on it
   * @param above - the enclosing containers; they reveal recursion
   */
  value(
    ref: $SchemaRef,
    constraints: MemberConstraints,
    name: string,
    path: string,
    above: readonly object[],
  ): unknown {
    const view = viewOf(ref);
    const random = createRandom(`${this.#seed}${path}`);
    switch (view.kind) {
      case "structure":
        return this.#structure(view, path === "" ? view.name : path, above);
      case "union":
        return this.#union(view, path, above);
      case "list":
        return this.#list(view, constraints, name, path, above);
      case "map":
        return this.#map(view, constraints, path, above);
      case "string":
        if (isJsonText(ref)) return JSON.stringify({ sample: random.hex(8) });
        return sampleText(constraints, name, `${this.#seed}${path}`);
      case "boolean":
        return random.integer(0, 1) === 1;
      case "number":
        return (
          constraints.intEnum?.[random.integer(0, constraints.intEnum.length - 1)] ??
          sampleNumber(constraints, random.integer)
        );
      case "bigInteger":
        return BigInt(sampleNumber(constraints, random.integer));
      case "bigDecimal":
        return sampleNumber(constraints, random.integer);
      case "timestamp":
        return new Date(sampleEpoch + random.integer(0, secondsOfYear) * 1000);
      case "blob":
      case "streamingBlob": {
        const length = lengthWithin(constraints, 8);
        return Uint8Array.from({ length }, () => random.integer(97, 122));
      }
      case "document":
        return { sample: random.hex(8) };
    }
  }

  #structure(view: StructureView, path: string, above: readonly object[]): object {
    const members: Record<string, unknown> = {};
    const inside = [...above, view.identity];
    for (const { name, ref, traits } of view.members) {
      if (isResponseCode(traits)) {
        members[name] = statusWithin(this.#statusCode, this.#of(view.name, name));
        continue;
      }
      const constraints = this.#of(view.name, name);
      const isLeftOut =
        this.#requiredOnly || describesMessage(traits) || this.#contains(ref, above, view);
      if (constraints.required !== true && isLeftOut) continue;
      members[name] = this.value(ref, constraints, name, `${path}.${name}`, inside);
    }
    return members;
  }

  #union(view: StructureView, path: string, above: readonly object[]): unknown {
    if (view.streaming) return this.#events(view, path, above);
    const inside = [...above, view.identity];
    const open = view.members.filter(({ ref }) => !this.#contains(ref, above, view));
    const choices = open.length > 0 ? open : view.members;
    const index = createRandom(`${this.#seed}${path}`).integer(0, choices.length - 1);
    const chosen = choices[index];
    if (!chosen) return {};
    const { name, ref } = chosen;
    return {
      [name]: this.value(ref, this.#of(view.name, name), name, `${path}.${name}`, inside),
    };
  }

  /**
   * Returns a stream with one event of each kind, in the order of the model. Errors are omitted.
   */
  #events(view: StructureView, path: string, above: readonly object[]): AsyncIterable<unknown> {
    const inside = [...above, view.identity];
    const events = view.members.flatMap(({ name, ref }) => {
      const target = viewOf(ref);
      if (target.kind === "structure" && target.fault !== undefined) return [];
      const value = this.value(ref, this.#of(view.name, name), name, `${path}.${name}`, inside);
      return [{ [name]: value }];
    });
    return {
      async *[Symbol.asyncIterator]() {
        yield* events;
      },
    };
  }

  #list(
    view: ListView,
    constraints: MemberConstraints,
    name: string,
    path: string,
    above: readonly object[],
  ): unknown[] {
    const random = createRandom(`${this.#seed}${path}`);
    const length = this.#recursive(view.member, above)
      ? (constraints.length?.min ?? 0)
      : lengthWithin(constraints, random.integer(1, 2));
    const member = this.#of(view.name, "member");
    const items = Array.from({ length }, (_, index) =>
      this.value(view.member, member, name, `${path}[${index}]`, above),
    );
    if (constraints.uniqueItems !== true) return items;
    const distinct = new Map(items.map((item) => [canonical(item), item]));
    for (let extra = length; distinct.size < length && extra < length + 1000; extra++) {
      const item = this.value(view.member, member, name, `${path}[${extra}]`, above);
      distinct.set(canonical(item), item);
    }
    return [...distinct.values()];
  }

  #map(
    view: MapView,
    constraints: MemberConstraints,
    path: string,
    above: readonly object[],
  ): object {
    const least = constraints.length?.min ?? (this.#recursive(view.value, above) ? 0 : 1);
    const entries: Record<string, unknown> = {};
    const keys = this.#of(view.name, "key");
    const values = this.#of(view.name, "value");
    for (let index = 0; Object.keys(entries).length < least && index < least + 1000; index++) {
      const key = sampleText(keys, "key", `${this.#seed}${path}{${index}}`);
      entries[key] = this.value(view.value, values, "value", `${path}{${index}}.value`, above);
    }
    return entries;
  }

  /** Returns true if a member targets one of the shapes that enclose it. */
  #contains(ref: $SchemaRef, above: readonly object[], self: StructureView): boolean {
    return this.#recursive(ref, [...above, self.identity]);
  }

  #recursive(ref: $SchemaRef, above: readonly object[]): boolean {
    const view = viewOf(ref);
    switch (view.kind) {
      case "structure":
      case "union":
        return above.includes(view.identity);
      case "list":
        return this.#recursive(view.member, above);
      case "map":
        return this.#recursive(view.value, above);
      default:
        return false;
    }
  }

  #of(container: string | undefined, member: string): MemberConstraints {
    const members = container === undefined ? undefined : this.#constraints[container];
    return (members && Object.hasOwn(members, member) && members[member]) || {};
  }
}

const sampleEpoch = Date.UTC(2026, 0, 1);
const secondsOfYear = 365 * 86_400 - 1;

type Integer = (min: number, max: number) => number;

function sampleNumber({ range, number }: MemberConstraints, integer: Integer): number {
  const min = Math.ceil(range?.min ?? Math.min(0, range?.max ?? 0));
  const most = number === "byte" || range?.max === undefined ? min + 100 : range.max;
  const max = Math.floor(Math.min(range?.max ?? Infinity, most, min + 1000));
  return max >= min ? integer(min, max) : (range?.min ?? range?.max ?? 0);
}

/** Returns true if a member is bound to the HTTP status. */
const isResponseCode = (traits: SchemaTraits): boolean =>
  decodeTraits(traits).httpResponseCode === 1;

/**
 * Returns a status within the range of its member. This is the status of the operation if the range
 * contains it.
 */
function statusWithin(status: number, { range, intEnum }: MemberConstraints): number {
  if (intEnum !== undefined) {
    return intEnum.includes(status) ? status : (intEnum.find(isStatus) ?? status);
  }
  const { min = status, max = status } = range ?? {};
  return status < min ? Math.ceil(min) : status > max ? Math.floor(max) : status;
}

const isStatus = (value: number): boolean => value >= 200 && value <= 599;

/** Returns true if a string is a JSON document. Clients parse such a string. */
const isJsonText = (ref: $SchemaRef): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\b/i.test(resolveSchema(ref).traits.mediaType ?? "");

/**
 * Returns true if a member describes the body of the message: its length or a checksum. A generated
 * value would be wrong, and clients that verify it would refuse the response.
 */
const describesMessage = (traits: SchemaTraits): boolean =>
  typeof traits !== "number" &&
  /^(content-(length|md5|encoding|range)|x-amz-checksum-.*)$/i.test(traits.httpHeader ?? "");

const lengthWithin = ({ length }: MemberConstraints, wish: number): number =>
  Math.min(length?.max ?? Infinity, Math.max(length?.min ?? 0, wish));
