import { isOwnShape } from "../ast/serialize-ast.js";
import type { Shape } from "../model/model.js";
import { deprecatedTrait, trait } from "../traits/index.js";
import { defineTransform } from "./define-transform.js";
import { removeShapes } from "./remove-shapes.js";

const datePattern = /^(\d{4})-?(1[0-2]|0[1-9])-?(3[01]|0[1-9]|[12]\d)$/;
const versionPattern = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[\w.-]+)?(?:\+[\w.-]+)?$/;

/**
 * `removeDeprecatedShapes`: removes shapes and members that were deprecated before a date
 * (`2025-01-31`) or a version (`1.2.0`), by the `since` of their trait.
 */
export const removeDeprecatedShapes = defineTransform({
  name: "removeDeprecatedShapes",
  prepare(args) {
    const date = args.optionalString("relativeDate");
    const version = args.optionalString("relativeVersion");
    if (date !== undefined && !datePattern.test(date)) {
      args.report("must be a date such as 2025-01-31", "relativeDate");
    }
    if (version !== undefined && !versionPattern.test(version)) {
      args.report("must be a version such as 1.2.0", "relativeVersion");
    }
    return (model) => {
      const isOld = (shape: Shape): boolean => {
        const since = sinceOf(shape);
        if (since === undefined) return false;
        return (
          (date !== undefined && datePattern.test(since) && digits(since) < digits(date)) ||
          (version !== undefined && isOlder(since, version))
        );
      };
      const old = [...model.shapes.values()].filter(({ id }) => isOwnShape(id)).filter(isOld);
      return removeShapes(
        model,
        old.map(({ id }) => id),
      );
    };
  },
});

function sinceOf(shape: Shape): string | undefined {
  const value = trait(shape, deprecatedTrait);
  return value?.since;
}

const digits = (date: string): string => date.replaceAll("-", "");

/** Compares versions by their numbers; a pre-release is older than its release. */
function isOlder(since: string, version: string): boolean {
  const [a, b] = [versionPattern.exec(since), versionPattern.exec(version)];
  if (!a || !b) return false;
  for (const part of [1, 2, 3]) {
    const difference = Number(a[part]) - Number(b[part]);
    if (difference !== 0) return difference < 0;
  }
  return a[4] !== undefined && b[4] === undefined;
}
