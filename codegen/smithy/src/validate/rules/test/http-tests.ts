import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, Shape } from "../../../model/model.js";
import {
  httpMalformedRequestTestsTrait,
  httpRequestTestsTrait,
  httpResponseTestsTrait,
} from "../../../traits/index.js";
import { danger, error, warning } from "../../event.js";
import { isNodeObject, stringOf, stringsOf } from "../../../model/node-value.js";
import { atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { casesOf, checkParams, contentProblem } from "./test-case.js";
import type { TestCase } from "./test-case.js";

const messages = {
  noVendorParams: (code: string) =>
    warning(code, () => "Protocol test case defined a `vendorParamsShape` but no `vendorParams`"),
  content: (code: string) =>
    danger(
      code,
      (args: { mediaType: string; trait: string; id: string; problem: string }) =>
        `Invalid ${args.mediaType} content in \`${args.trait}\` protocol test case \`${args.id}\`: ${args.problem}`,
    ),
  lengths: error(
    "HttpMalformedRequestTests",
    () => "Each list associated to a key in `testParameters` must be of the same length.",
  ),
} as const;

/** Test cases of messages contain valid values of the input, output or error that they test. */
export const httpTests: Rule = {
  name: "HttpTests",
  *check({ model }) {
    for (const shape of model.shapes.values()) {
      if (shape.type === "operation") {
        const [input, output] = [shape.input, shape.output].map((id) => model.getShape(id));
        yield* checkCases(model, shape, input, httpRequestTestsTrait.id, "HttpRequestTestsInput");
        yield* checkCases(
          model,
          shape,
          output,
          httpResponseTestsTrait.id,
          "HttpResponseTestsOutput",
        );
        yield* checkMalformed(shape);
      } else if (shape.type === "structure") {
        yield* checkCases(model, shape, shape, httpResponseTestsTrait.id, "HttpResponseTestsError");
      }
    }
  },
};

function* checkCases(
  model: Model,
  subject: Shape,
  shape: Shape | undefined,
  trait: string,
  code: string,
): Iterable<Diagnostic> {
  for (const [index, one] of casesOf(subject, trait).entries()) {
    const place = `${trait}.${index}`;
    const where = (key: string) => ({ code, place: `${place}.${key}`, trait, path: [index, key] });
    yield* checkParams(model, subject, shape, one["params"] ?? {}, where("params"));
    const vendorShape = stringOf(one["vendorParamsShape"]);
    if (vendorShape !== undefined) {
      const vendorParams = one["vendorParams"];
      if (!isNodeObject(vendorParams) || Object.keys(vendorParams).length === 0) {
        yield messages.noVendorParams(code)(undefined, atTrait(subject, { id: trait }));
      } else {
        const target = model.getShape(vendorShape);
        yield* checkParams(model, subject, target, vendorParams, where("vendorParams"));
      }
    }
    yield* checkBody(subject, one, trait, code);
  }
}

function* checkBody(
  subject: Shape,
  one: TestCase,
  trait: string,
  code: string,
): Iterable<Diagnostic> {
  const [body, mediaType] = [stringOf(one["body"]), stringOf(one["bodyMediaType"])];
  if (body === undefined || body === "" || mediaType === undefined) return;
  const problem = contentProblem(body, mediaType);
  if (problem === undefined) return;
  const args = { mediaType, trait, id: stringOf(one["id"]) ?? "", problem };
  yield messages.content(code)(args, atTrait(subject, { id: trait }));
}

function* checkMalformed(operation: Shape): Iterable<Diagnostic> {
  for (const { testParameters } of casesOf(operation, httpMalformedRequestTestsTrait.id)) {
    if (!isNodeObject(testParameters)) continue;
    const lengths = new Set(Object.values(testParameters).map((list) => stringsOf(list).length));
    if (lengths.size > 1)
      yield messages.lengths(undefined, atTrait(operation, httpMalformedRequestTestsTrait));
  }
}
