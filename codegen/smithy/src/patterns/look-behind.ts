import { isOneCharacter } from "./java-pattern.js";
import type { PatternNode } from "./java-pattern.js";

/**
 * Returns true if Java can determine a maximum length of the content of a look-behind. Java counts
 * with 32-bit integers. An overflow means that there is no maximum, except for the greedy
 * repetition of one character.
 */
export function hasMaximumLength(body: PatternNode): boolean {
  return lengthAfter(body, 0) !== undefined;
}

type Length = number | undefined;

const most = 0x7fffffff;

/**
 * Returns the maximum length up to the end of a node.
 *
 * @param before - the maximum length of the nodes before
 */
function lengthAfter(node: PatternNode, before: number): Length {
  switch (node.kind) {
    case "character":
    case "class":
    case "any":
      return (before + 1) | 0;
    case "lineBreak":
      return (before + 2) | 0;
    case "backreference":
      return undefined;
    case "untranslatable":
      return node.construct.startsWith("a reference") ? undefined : (before + 1) | 0;
    case "assertion":
      return before;
    case "capture":
      return lengthAfter(node.body, before);
    case "group":
      return /[=!]$/.test(node.opening) ? before : lengthAfter(node.body, before);
    case "sequence":
      return node.nodes.reduce<Length>(
        (length, part) => (length === undefined ? undefined : lengthAfter(part, length)),
        before,
      );
    case "alternatives": {
      const lengths = node.options.map((option) => lengthAfter(option, 0));
      return lengths.includes(undefined)
        ? undefined
        : (before + Math.max(...lengths.map((length) => length ?? 0))) | 0;
    }
    case "repeat":
      return lengthOfRepeat(node, before);
  }
}

function lengthOfRepeat(
  { body, min, max, mode }: Extract<PatternNode, { kind: "repeat" }>,
  before: number,
): Length {
  if (min === 0 && max === 1) return lengthAfter(body, before);
  if (max === Infinity && mode === "greedy" && isOneCharacter(body)) return (before + most) | 0;
  const isGroup = body.kind === "capture" || (body.kind === "group" && !/[=!]$/.test(body.opening));
  if (isGroup && mode !== "possessive" && !isDeterministic(body)) return undefined;
  const once = lengthAfter(body, 0);
  if (once === undefined) return undefined;
  const length = (Math.imul(once, Math.min(max, most)) + before) | 0;
  return length < before ? undefined : length;
}

/**
 * Returns true if there is only one way to match the node, so that Java repeats it without a loop.
 */
function isDeterministic(node: PatternNode): boolean {
  switch (node.kind) {
    case "alternatives":
      return false;
    case "repeat":
      return node.min === node.max && isDeterministic(node.body);
    case "capture":
    case "group":
      return isDeterministic(node.body);
    case "sequence":
      return node.nodes.every(isDeterministic);
    default:
      return true;
  }
}
