import { isObject } from "@tinsmith/values";
import { wrongArgument } from "./wrong-argument.js";

/** A kind of value that an option may have: what it is called, and whether a value is one. */
export interface OptionKind {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

export const aBoolean: OptionKind = {
  expected: "a boolean",
  fits: (value) => typeof value === "boolean",
};
export const aFunction: OptionKind = {
  expected: "a function",
  fits: (value) => typeof value === "function",
};
export const aString: OptionKind = {
  expected: "a string",
  fits: (value) => typeof value === "string",
};
export const anArrayOfStrings: OptionKind = {
  expected: "an array of strings",
  fits: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
};

/** One of a few strings. */
export function oneOf(...values: readonly string[]): OptionKind {
  return {
    expected: `one of: ${values.join(", ")}`,
    fits: (value) => values.some((allowed) => allowed === value),
  };
}

/** A value that fits one of two kinds. */
export function either(one: OptionKind, other: OptionKind): OptionKind {
  return {
    expected: `${one.expected}, or ${other.expected}`,
    fits: (value) => one.fits(value) || other.fits(value),
  };
}

/** An object that has a method of each of these names. */
export function objectWith(...methods: readonly string[]): OptionKind {
  return {
    expected: `an object with ${methods.map((method) => `${method}()`).join(", ")}`,
    fits: (value) =>
      isObject(value) &&
      methods.every((method) => typeof Reflect.get(value, method) === "function"),
  };
}

/**
 * Checks options that a user gave. An option that is `undefined` counts as left out.
 *
 * @param owner - The function that takes them, as messages name it.
 * @throws TypeError when the options are not an object or one of them is of the wrong kind.
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
    if (value !== undefined && kind && !kind.fits(value)) {
      throw wrongArgument(`The option "${name}" of ${owner} must be ${kind.expected}`, value);
    }
  }
}
