import { isSameData } from "./same-data.js";

/** A value whose reads are noted, and what they were. */
export interface Watched<Value> {
  readonly value: Value;
  readonly reads: Reads;
}

/**
 * What was read of a value: a property at a time as deep as `into` says, entries of maps each by
 * its key, and everything else as a whole.
 */
export class Reads {
  readonly #found = new Map<string, readonly [path: readonly string[], found: unknown]>();

  /** Whether another value would have given the same. */
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
 * Watches what is read of a value.
 *
 * @param into properties whose own properties are watched one by one
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

/** Notes single entries where only these are asked for, and the whole map where anything else is. */
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
