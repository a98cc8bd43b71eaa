import type { ElementContent } from "hast";
import { h } from "hastscript";

/** Returns a compound name that can break only between its words in a narrow column. */
export function breakable(name: string): ElementContent[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1\n$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1\n$2")
    .replace(/([_.])(?=\w)/g, "$1\n")
    .split("\n")
    .flatMap((word, index): ElementContent[] => [
      ...(index === 0 ? [] : [h("wbr")]),
      { type: "text", value: word },
    ]);
}
