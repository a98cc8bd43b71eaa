import type { MemberConstraints } from "@tinsmith/validation";
import { createRandom } from "./random.js";
import { textForPattern } from "./text-for-pattern.js";

/**
 * Returns a string within the constraints. The string contains the name of its member if the
 * constraints allow it.
 */
export function sampleText(constraints: MemberConstraints, name: string, seed: string): string {
  const random = createRandom(seed);
  const [value, ...values] = constraints.enum ?? [];
  if (value !== undefined) return random.pick([value, ...values]);
  const readable = fit(`${toWords(name)}-${random.hex(6)}`, constraints, random.hex(64));
  if (constraints.pattern === undefined) return readable;
  const bounds = constraints.length ?? {};
  const digits = String(random.integer(100_000_000_000, 999_999_999_999));
  return (
    textForPattern(constraints.pattern, bounds, seed, [readable, digits, toUuid(random.hex(32))]) ??
    readable
  );
}

function fit(text: string, { length }: MemberConstraints, filler: string): string {
  const padded = length?.min === undefined ? text : text.padEnd(length.min, filler);
  return length?.max === undefined ? padded : padded.slice(Math.max(0, padded.length - length.max));
}

/** Converts `UsageDimension` to `usage-dimension`. */
const toWords = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase() || "sample";

const toUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
