import { isObject } from "@tinsmith/values";
import { wrongArgument } from "./wrong-argument.js";

/** A kind of value that an option may have: its description and a predicate. */
export interface OptionKind {
  readonly expected: string;
  readonly matches: (value: unknown) => boolean;
}

export const aBoolean: OptionKind = {
  expected: "a boolean",
  matches: (value) => typeof value === "boolean",
};
export const aFunction: OptionKind = {
  expected: "a function",
  matches: (value) => typeof value === "function",
};
export const aString: OptionKind = {
  expected: "a string",
  matches: (value) => typeof value === "string",
};
export const anArrayOfStrings: OptionKind = {
  expected: "an array of strings",
  matches: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
};

/** Accepts one of the listed strings. */
export function oneOf(...values: readonly string[]): OptionKind {
  return {
    expected: `one of: ${values.join(", ")}`,
    matches: (value) => values.some((allowed) => allowed === value),
  };
}

/** Accepts a value of either of two kinds. */
export function either(one: OptionKind, other: OptionKind): OptionKind {
  return {
    expected: `${one.expected}, or ${other.expected}`,
    matches: (value) => one.matches(value) || other.matches(value),
  };
}

/** Accepts an object with all of the listed methods. */
export function objectWith(...methods: readonly string[]): OptionKind {
  return {
    expected: `an object with ${methods.map((method) => `${method}()`).join(", ")}`,
    matches: (value) =>
      isObject(value) &&
      methods.every((method) => typeof Reflect.get(value, method) === "function"),
  };
}

/**
 * Checks the user's options. An option that is `undefined` counts as omitted.
 *
 * @param owner - the function that accepts the options, as messages name it
 * @throws TypeError if the options are not an object or an option has the wrong kind
 */
export function checkOptions<Options extends object>(
  owner: string,
  options: Options,
  kinds: { readonly [Name in keyof Options]?: OptionKind },
): void {
  if (!isObject(options) || Array.isArray(options)) {
    throw wrongArgument(`The options of ${owner} must be an object`, options);
  }
  for (const [name, kind] of Object.entries<OptionKind | undefined>(kinds)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && kind && !kind.matches(value)) {
      throw wrongArgument(`The option "${name}" of ${owner} must be ${kind.expected}`, value);
    }
  }
}
