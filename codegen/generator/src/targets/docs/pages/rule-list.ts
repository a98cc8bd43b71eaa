import type { ElementContent } from "hast";
import { h } from "hastscript";

/** A rule about a value: a label and one or more values. */
export interface Rule {
  readonly label: string;
  readonly values: readonly string[];
  readonly code: boolean;
  /** The text after the values, if not all are shown. */
  readonly more?: string | undefined;
}

/** Returns rules as a description list, or nothing if there are none. */
export function ruleList(rules: readonly Rule[]): ElementContent[] {
  if (rules.length === 0) return [];
  return [
    h(
      "dl",
      { className: ["rules"] },
      rules.map((rule) => h("div", [h("dt", rule.label), h("dd", ruleValues(rule))])),
    ),
  ];
}

function ruleValues({ values, code, more }: Rule): ElementContent[] {
  const shown = values.flatMap((value, index): ElementContent[] => [
    ...(index === 0 ? [] : [{ type: "text" as const, value: " " }]),
    code ? h("code", value) : { type: "text", value },
  ]);
  return more === undefined ? shown : [...shown, { type: "text", value: ` ${more}` }];
}
