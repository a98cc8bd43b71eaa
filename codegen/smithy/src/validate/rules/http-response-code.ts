import type { Model, OperationShape } from "../../model/model.js";
import { errorTrait, hasTrait, httpErrorTrait, httpTrait, trait } from "../../traits/index.js";
import { danger, warning } from "../event.js";
import { payloadMember, unboundMembers } from "../http-bindings.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  notSuccess: danger(
    "HttpResponseCodeSemantics",
    (args: { code: number }) =>
      `Expected an \`http\` code in the 2xx range, but found ${args.code}`,
  ),
  noBody: warning(
    "HttpResponseCodeSemantics",
    (args: { code: number }) =>
      `The HTTP ${args.code} status code does not allow a response body. To use this status code, all output members need to be bound to @httpHeader, @httpPrefixHeaders, @httpResponseCode, etc.`,
  ),
  wrongError: danger(
    "HttpResponseCodeSemantics",
    (args: { range: string; error: string; code: number }) =>
      `Expected an \`httpError\` code in the ${args.range} range for a \`${args.error}\` error, but found ${args.code}`,
  ),
} as const;

/** Status codes match the outcome that they stand for. */
export const httpResponseCodeSemantics: Rule = {
  name: "HttpResponseCodeSemantics",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      if (!hasTrait(operation, httpTrait)) continue;
      const code = trait(operation, httpTrait)?.code ?? 200;
      if (code < 200 || code >= 300)
        yield messages.notSuccess({ code }, atTrait(operation, httpTrait));
      else if ((code === 204 || code === 205) && hasBody(model, operation)) {
        yield messages.noBody({ code }, at(operation));
      }
    }
    for (const shape of model.shapesOfType("structure")) {
      const code = trait(shape, httpErrorTrait);
      const error = trait(shape, errorTrait);
      if (code === undefined || error === undefined) continue;
      const [least, range] = error === "client" ? [400, "4xx"] : [500, "5xx"];
      if (code < least || code >= least + 100) {
        yield messages.wrongError({ range, error, code }, atTrait(shape, httpErrorTrait));
      }
    }
  },
};

function hasBody(model: Model, operation: OperationShape): boolean {
  const output = model.getShape(operation.output);
  if (output?.type !== "structure") return false;
  return payloadMember(output) !== undefined || unboundMembers(output, "response").length > 0;
}
