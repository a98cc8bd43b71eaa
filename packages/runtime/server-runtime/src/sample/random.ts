/**
 * Pseudo-random numbers that depend only on a text. The same text results in the same numbers on
 * every machine and in every version.
 */
export interface Random {
  /** Returns a number from 0 (included) to 1 (excluded). */
  fraction(): number;
  /** Returns an integer from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** Returns lower-case hexadecimal digits. */
  hex(length: number): string;
}

/** @param seed - for samples: the user's seed and the path of the member */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    // Mulberry32: small, sufficiently even for samples, and the same on every machine.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    fraction: next,
    integer,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    hex: (length) => {
      let digits = "";
      while (digits.length < length) digits += integer(0, 15).toString(16);
      return digits;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value | 0;
}
