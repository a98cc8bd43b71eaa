import * as v from "valibot";
import { checkArgument } from "../checks/check.js";
import { callable, object } from "../checks/expected.js";
import { unknownName } from "../checks/unknown-name.js";
import type { Behavior } from "./behavior.js";

const behaviorSchema = v.looseObject(
  {
    handlers: object,
    dump: v.optional(callable),
    seed: v.optional(callable),
    reset: v.optional(callable),
    checkpoint: v.optional(callable),
    refresh: v.optional(callable),
  },
  "Expected an object with handlers.",
);

/**
 * Checks the result of the function `behavior` of a server's options.
 *
 * @throws TypeError that names the wrong part
 */
export function checkBehavior(behavior: Behavior<object>, operations: readonly string[]): void {
  checkArgument(behaviorSchema, behavior, "behavior");
  const { handlers } = behavior;
  for (const name of operations) {
    checkArgument(v.optional(callable), Reflect.get(handlers, name), `handler ${name} of behavior`);
  }
  // Handlers may be the methods of a class. Such a class may have other methods.
  if (Object.getPrototypeOf(handlers) !== Object.prototype) return;
  const unknown = Object.keys(handlers).find((name) => !operations.includes(name));
  if (unknown !== undefined) throw unknownName("operation", unknown, operations);
}
