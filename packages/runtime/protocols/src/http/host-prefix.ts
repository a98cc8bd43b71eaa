import type { StaticOperationSchema } from "@smithy/types";
import { traitsOf } from "@tinsmith/schema";

/** Fills the labels of a host prefix, for example `{account}.data.`. */
export type WriteHostPrefix = (input: Record<string, unknown>) => string;

/**
 * Compiles the operation's host prefix; `undefined` if it has none.
 * Smithy: https://smithy.io/2.0/spec/endpoint-traits.html
 */
export function hostPrefixOf(operation: StaticOperationSchema): WriteHostPrefix | undefined {
  const prefix = traitsOf(operation).endpoint?.[0];
  if (prefix === undefined) return undefined;
  if (!prefix.includes("{")) return () => prefix;
  return (input) =>
    prefix.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = input[name];
      if (typeof value !== "string" || !/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})$/.test(value)) {
        throw new TypeError(
          `${name} is part of the host name and must be 1 to 63 letters, digits and hyphens.`,
        );
      }
      return value;
    });
}
