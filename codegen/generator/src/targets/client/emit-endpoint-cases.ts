import type { NodeValue } from "@tinsmith/smithy";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { endpointParametersType } from "./local-symbols.js";

/** The model's own tests of its endpoint rules as data, for the tests of the package; no entry exports them. */
export function emitEndpointCases(tests: NodeValue): Code {
  return code`
    ${doc(undefined, { notes: ["What the endpoint rules must answer for the parameters, as the model says."] })}
    export interface ${declare("EndpointCase")} {
      readonly documentation?: string;
      readonly params?: ${endpointParametersType};
      readonly expect: {
        readonly endpoint?: {
          readonly url: string;
          readonly headers?: Readonly<Record<string, readonly string[]>>;
          readonly properties?: object;
        };
        readonly error?: string;
      };
    }

    export const ${declare("endpointCases")}: readonly EndpointCase[] = [
      ${testCases(tests).map((test) => code`${literal(test)},`)}
    ];
  `;
}

/** Cases without what only a call of an operation could be tested with. */
function testCases(tests: NodeValue): readonly NodeValue[] {
  const cases = objectOf(tests)["testCases"];
  if (!Array.isArray(cases)) return [];
  return cases.map((item: NodeValue) => {
    const { documentation, params, expect } = objectOf(item);
    return {
      ...(documentation !== undefined && { documentation }),
      ...(params !== undefined && { params }),
      ...(expect !== undefined && { expect }),
    };
  });
}

function objectOf(node: NodeValue): Readonly<Record<string, NodeValue>> {
  return typeof node === "object" && node !== null && !Array.isArray(node)
    ? Object.fromEntries(Object.entries(node))
    : {};
}
