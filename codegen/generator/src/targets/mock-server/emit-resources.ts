import type { ServerPlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { runtime } from "./runtime-symbols.js";

/** Emits the resources that the server keeps, with the members that carry their data. */
export function emitResources({ resources }: ServerPlan): Code {
  return code`
    ${doc(undefined, {
      notes: [
        "The resources that the server keeps, and the members of their lifecycle operations that carry their identifiers and properties.",
      ],
    })}
    export const ${declare("resources")}: readonly ${runtime.resourceDescription}[] = [
      ${resources.map((resource) => code`${literal(resource)},`)}
    ];
  `;
}
