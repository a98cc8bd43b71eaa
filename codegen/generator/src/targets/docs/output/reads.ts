import { isSameData } from "./same-data.js";

/** A value whose reads are recorded, and the recorded reads. */
export interface Watched<Value> {
  readonly value: Value;
  readonly reads: Reads;
}

/**
 * The recorded reads of a value: single properties as deep as `into` defines, entries of maps by
 * key, and everything else as a whole.
 */
export class Reads {
  readonly #found = new Map<string, readonly [path: readonly string[], found: unknown]>();

  /** Reports whether reads of another value would have had the same results. */
  hold(value: object): boolean {
    for (const [path, found] of this.#found.values()) {
      if (!isSameData(found, path.reduce(propertyOrEntry, value))) return false;
    }
    return true;
  }

  note(path: readonly string[], found: unknown): void {
    this.#found.set(path.join("\0"), [path, found]);
  }
}

/**
 * Records the reads of a value.
 *
 * @param into - properties whose own properties are recorded individually
 */
export function watchReads<Value extends object>(
  value: Value,
  into: readonly (keyof Value & string)[],
): Watched<Value> {
  const reads = new Reads();
  return { value: watchObject(value, [], reads, into), reads };
}

function watchObject<Value extends object>(
  value: Value,
  path: readonly string[],
  reads: Reads,
  into: readonly string[] = [],
): Value {
  return new Proxy(value, {
    get: (target, key): unknown => {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === "symbol") return found;
      const at = [...path, key];
      if (found instanceof Map) return watchMap(found, at, reads);
      if (into.includes(key) && typeof found === "object" && found !== null) {
        return watchObject(found, at, reads);
      }
      reads.note(at, found);
      return found;
    },
  });
}

/** Records single entries for `get`, and the whole map for any other use. */
function watchMap(
  map: ReadonlyMap<string, unknown>,
  path: readonly string[],
  reads: Reads,
): ReadonlyMap<string, unknown> {
  return new Proxy(map, {
    get: (target, key): unknown => {
      if (key === "get") {
        return (entry: string) => {
          const found = target.get(entry);
          reads.note([...path, entry], found);
          return found;
        };
      }
      reads.note(path, target);
      const found: unknown = Reflect.get(target, key, target);
      return typeof found === "function" ? found.bind(target) : found;
    },
  });
}

function propertyOrEntry(value: unknown, key: string): unknown {
  if (value instanceof Map) return value.get(key);
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
