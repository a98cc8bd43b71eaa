export { isRecord } from "@tinsmith/values";

/** Returns true if every object inherits a property with this name. */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** Returns the value of a member. Ignores inherited properties. */
export const memberValue = (record: object, name: string): unknown =>
  Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined;

/** Returns the name and value of the first member of a union that is not null or undefined. */
export function chosenMember(
  value: Record<string, unknown>,
): [name: string, value: unknown] | undefined {
  for (const name of Object.keys(value)) {
    if (value[name] !== undefined && value[name] !== null) return [name, value[name]];
  }
  return undefined;
}

/**
 * Adds a member, index or key to the message of an error that a writer threw for the value at this
 * position. The message then begins with a JSON pointer, as messages of servers do.
 */
export function atMember(error: unknown, step: string | number): unknown {
  if (error instanceof Error) {
    const { message } = error;
    error.message = `/${step}${message.startsWith("/") ? "" : ": "}${message}`;
  }
  return error;
}

/** Wraps the writer of a member, so that its errors name the member. */
export const writerAt =
  <Args extends unknown[], Result>(
    name: string,
    write: (...args: Args) => Result,
  ): ((...args: Args) => Result) =>
  (...args) => {
    try {
      return write(...args);
    } catch (error) {
      throw atMember(error, name);
    }
  };

/** Sets a property, even if its name is `__proto__`. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    target[key] = value;
  }
}
