/**
 * The path of an operation's context parameter: members, `[*]` over lists, `keys()` of maps, which is all of JMESPath
 * that Smithy allows there.
 * Smithy: https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#smithy-rules-operationcontextparams-trait
 * @throws TypeError where the path asks for more
 */
export const contextPath = (path: string): ((input: unknown) => string | string[] | undefined) => {
  const keys = /^keys\((.+)\)$/.exec(path)?.[1];
  const steps = (keys ?? path).split(".").map((step) => /^(\w+)((?:\[\*\])?)$/.exec(step));
  if (steps.includes(null)) {
    throw new TypeError(
      `The path "${path}" of an endpoint parameter is more than clients understand.`,
    );
  }
  const projects = path.includes("[*]");
  return (input) => {
    let values: readonly unknown[] = [input];
    for (const step of steps) {
      const [, name = "", projection] = step ?? [];
      const next = values.map((value) => memberOf(value, name));
      values = projection ? next.flatMap((value) => (Array.isArray(value) ? value : [])) : next;
    }
    const texts = values.filter((value) => typeof value === "string");
    if (keys !== undefined) return values.flatMap((value) => Object.keys(value ?? {}));
    if (projects) return texts;
    const [value] = values;
    if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
    return typeof value === "string" ? value : undefined;
  };
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
