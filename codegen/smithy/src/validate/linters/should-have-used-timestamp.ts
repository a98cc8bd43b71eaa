import type { Model, Shape } from "../../model/model.js";
import { compilePattern } from "../node/patterns.js";
import { nameOf } from "../shape-text.js";
import { stringsOf } from "../trait-values.js";
import { ConfigurationError, isOwnShape, type Finding, type Linter } from "./linter.js";
import { wordsOf } from "./words.js";

const candidates = new Set(["string", "short", "integer", "long", "float", "double"]);

/** Reports names that sound like points in time on shapes that are none. */
export const shouldHaveUsedTimestamp: Linter = {
  name: "ShouldHaveUsedTimestamp",
  create({ additionalPatterns }) {
    const patterns = stringsOf(additionalPatterns).map((pattern) => {
      const expression = compilePattern(pattern);
      if (expression === undefined) throw new ConfigurationError(`Invalid pattern: ${pattern}`);
      return expression;
    });
    const soundsLikeTime = (name: string) =>
      isTimeName(name) || patterns.some((pattern) => pattern.test(name));
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
    if (target === undefined || !isCandidate(target) || !soundsLikeTime(shape.name))
      return undefined;
    return `Member \`${shape.name}\` is named like a timestamp but references a \`${target.type}\` shape`;
  }
  const name = nameOf(shape.id);
  if (!isCandidate(shape) || !soundsLikeTime(name)) return undefined;
  return `Shape \`${name}\` is named like a timestamp but is a \`${shape.type}\` shape.`;
}

const isCandidate = (shape: Shape): boolean =>
  candidates.has(shape.type) && !shape.traits.has("smithy.api#enum");

function isTimeName(name: string): boolean {
  if (/timestamp|Timestamp/.test(name)) return true;
  const words = wordsOf(name);
  const [first, last] = [words[0], words.at(-1)];
  if ([first, last].some((word) => word === "time" || word === "date")) return true;
  return words.length > 1 && (last === "at" || last === "on" || last === "since");
}
