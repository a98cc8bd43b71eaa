export { isRecord } from "@tinsmith/values";

/** Whether every object inherits a property of that name, so that data has to be asked for its own. */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** The value of a member: never something that data only inherits from `Object.prototype`. */
export const memberValue = (record: object, name: string): unknown =>
  Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined;

/** The member of a union that is set: name and value of the first that is not null or undefined. */
export function chosenMember(
  value: Record<string, unknown>,
): [name: string, value: unknown] | undefined {
  for (const name of Object.keys(value)) {
    if (value[name] !== undefined && value[name] !== null) return [name, value[name]];
  }
  return undefined;
}

/** Sets a property of data, whatever it is called. */
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
