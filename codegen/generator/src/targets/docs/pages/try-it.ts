import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { OperationPlan } from "@tinsmith/service";
import type { PageContext } from "./page-context.js";

/** Returns a link to the console, which is below the whole description of an operation. */
export function linkToConsole({ site }: PageContext): ElementContent[] {
  if (!site.hasConsole) return [];
  const space: ElementContent = { type: "text", value: " " };
  return [space, h("a", { className: ["to-console"], href: "#try-it" }, "Try it")];
}

/**
 * Returns the place of the console on the page of an operation, and the button that opens the
 * console. The files of the console are loaded only then. Without JavaScript the whole section is
 * hidden.
 */
export function tryIt({ name }: OperationPlan, { site }: PageContext): ElementContent[] {
  if (!site.hasConsole) return [];
  return [
    h("section", { className: ["try-it"], dataSkip: "", ariaLabelledBy: "try-it" }, [
      h("h2", { id: "try-it" }, "Try it"),
      h("p", [
        "Call the operation from this page: against a mock server that runs in the page, or against an address of yours.",
      ]),
      h(
        "button",
        {
          type: "button",
          className: ["open-console"],
          dataOperation: name,
          dataAddress: site.names.endpoint,
        },
        "Open the console",
      ),
    ]),
  ];
}
