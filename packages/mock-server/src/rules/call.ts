import { createHash } from "node:crypto";
import type { Platform } from "../seed/seed.js";
import type { Settings } from "./settings.js";

/** A call of an operation, and all facts that a rule may use in addition to the state. */
export interface Call<Input> {
  readonly input: Input;
  readonly now: Date;
  /** The region of the called endpoint. */
  readonly region: string;
  /** The platform of the caller. */
  readonly platform: Platform;
  readonly settings: Settings;
}

/**
 * Derives an id in the form of a UUID from a key, so that repeated calls get the same id although
 * it is not stored.
 */
export function recordIdOf(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Joins the parts of a key unambiguously: each part is preceded by its length. */
export function keyOf(...parts: readonly (string | number | undefined)[]): string {
  let key = "";
  for (const part of parts) {
    const text = part === undefined ? "" : String(part);
    key += `${part === undefined ? "-" : text.length}:${text} `;
  }
  return key;
}

/** Returns the start of the hour. */
export const hourOf = (timestamp: Date): Date =>
  new Date(Math.floor(timestamp.getTime() / hour) * hour);

export const minute = 60_000;
export const hour = 60 * minute;
