import { membersOf, resolveSchema } from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import { toHex } from "../values/bytes.js";

/** Returns a copy of the input in which every missing idempotency token is set. */
export type FillTokens = (
  input: Record<string, unknown>,
  token: () => string,
) => Record<string, unknown>;

/**
 * Compiles the filler for an input structure. Only top-level members can be tokens.
 * Smithy: https://smithy.io/2.0/spec/behavior-traits.html#idempotencytoken-trait
 */
export function tokenFiller(input: MemberedSchema): FillTokens {
  const names = membersOf(input)
    .filter(([, member]) => resolveSchema(member).memberTraits.idempotencyToken === 1)
    .map(([name]) => name);
  if (names.length === 0) return (value) => value;
  return (value, token) => {
    const missing = names.filter((name) => value[name] === undefined || value[name] === null);
    if (missing.length === 0) return value;
    return { ...value, ...Object.fromEntries(missing.map((name) => [name, token()])) };
  };
}

/**
 * Returns a random UUID, version 4.
 *
 * @internal
 */
export function randomToken(): string {
  if (globalThis.crypto === undefined) {
    throw new Error(
      "crypto is missing. In React Native, import react-native-get-random-values first.",
    );
  }
  // Browsers provide randomUUID only on secure pages.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return toHex(bytes).replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Fills in idempotency tokens. For services whose inputs have such members. */
export interface IdempotencyTokens {
  filler(input: MemberedSchema): FillTokens;
  create(): string;
}

/** The tokens of a client: random UUIDs. */
export const idempotencyTokens: IdempotencyTokens = { filler: tokenFiller, create: randomToken };
