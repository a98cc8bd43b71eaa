import type { ElementContent } from "hast";
import { h } from "hastscript";

/** A compound name that may break between its words, and only there, where a column is narrow. */
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
