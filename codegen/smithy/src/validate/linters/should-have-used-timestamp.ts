import type { MemberShape, Model, Shape } from "../../model/model.js";
import { stringsOf } from "../../model/node-value.js";
import { shapeName } from "../../model/shape-id.js";
import { compilePattern } from "../node/patterns.js";
import { ConfigurationError, isOwnShape } from "./linter.js";
import type { Finding, Linter } from "./linter.js";

const candidates: ReadonlySet<string> = new Set([
  "string",
  "byte",
  "short",
  "integer",
  "intEnum",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
]);

const defaults: readonly RegExp[] = [
  /[Tt]imestamp/,
  /^[Tt]ime([_A-Z].*)?$/,
  /^[Dd]ate([_A-Z].*)?$/,
  /([a-z]T|_[Tt])ime$/,
  /([a-z]D|_[Dd])ate$/,
  /([a-z]A|_[Aa])t$/,
  /([a-z]O|_[Oo])n$/,
  /([a-z]S|_[Ss])ince$/,
];

/** Reports names that suggest points in time on shapes that are not timestamps. */
export const shouldHaveUsedTimestamp: Linter = {
  name: "ShouldHaveUsedTimestamp",
  create({ additionalPatterns }) {
    const patterns = stringsOf(additionalPatterns).map((pattern) => {
      // The patterns have to match a whole name.
      const expression = compilePattern(`^(?:${pattern})$`);
      if (expression === undefined) throw new ConfigurationError(`Invalid pattern: ${pattern}`);
      return expression;
    });
    const soundsLikeTime = (name: string) =>
      [...defaults, ...patterns].some((pattern) => pattern.test(name));
    return function* emit({ model }): Iterable<Finding> {
      for (const shape of model.shapes.values()) {
        if (!isOwnShape(shape)) continue;
        const message = problem(model, shape, soundsLikeTime);
        if (message !== undefined) yield { severity: "DANGER", message, shape };
      }
    };
  },
};

function problem(
  model: Model,
  shape: Shape,
  soundsLikeTime: (name: string) => boolean,
): string | undefined {
  if (shape.type === "member") {
    const container = model.getShape(shape.container)?.type;
    if (container !== "structure" && container !== "union") return undefined;
    const target = model.getShape(shape.target);
    if (target === undefined || holdsTimes(model, target) || !soundsLikeTime(shape.name)) {
      return undefined;
    }
    return `Member \`${shape.name}\` is named like a timestamp but references a \`${target.type}\` shape`;
  }
  const name = shapeName(shape.id);
  if (!candidates.has(shape.type) || !soundsLikeTime(name)) return undefined;
  return `Shape \`${name}\` is named like a timestamp but is a \`${shape.type}\` shape.`;
}

/** Returns whether a shape is a timestamp, an enum, or consists only of such shapes. */
function holdsTimes(model: Model, shape: Shape): boolean {
  const isTime = ({ target }: MemberShape) => model.getShape(target)?.type === "timestamp";
  switch (shape.type) {
    case "timestamp":
    case "enum":
      return true;
    case "list":
      return isTime(shape.member);
    case "structure":
      return [...shape.members.values()].every(isTime);
    default:
      return false;
  }
}
