import { checkArgument } from "../../checks/check.js";
import { object } from "../../checks/expected.js";

/**
 * Adds matchers to the global `expect` of jest.
 *
 * @throws Error if the global `expect` is missing; in that case pass the matchers to
 *   `expect.extend`
 */
export function extendJest(matchers: object): void {
  checkArgument(object, matchers, "matchers of extendJest()");
  const expect: unknown = Reflect.get(globalThis, "expect");
  if (typeof expect === "function" && "extend" in expect && typeof expect.extend === "function") {
    expect.extend(matchers);
    return;
  }
  throw new Error(
    "Missing global expect. Outside jest, or with injectGlobals off, call expect.extend(matchers).",
  );
}
