import type { OperationDescription } from "@tinsmith/protocols";
import * as v from "valibot";
import { strictOptions } from "../../checks/expected.js";
import { ServiceError } from "../../service/service-error.js";
import type { Override } from "../../mock/override.js";
import { ControlProblem, ControlReply, routeWithBody } from "../control-route.js";
import { answers } from "../answers.js";
import type { ControlRoute } from "../control-route.js";
import { nameOf } from "@tinsmith/schema";
import { readMembers } from "../known-errors.js";
import { inputNode, inputValue, outputValue } from "../wire-values.js";
import { describeValue } from "../../checks/describe-value.js";

const error = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  strictOptions({
    name: v.pipe(v.string(), v.nonEmpty()),
    message: v.optional(v.string()),
    statusCode: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    members: v.optional(v.record(v.string(), v.unknown())),
  }),
]);

const output = v.record(v.string(), v.unknown());

const overrideBody = strictOptions({
  operation: v.string(),
  input: v.optional(
    v.pipe(v.unknown(), v.description("Applies to requests whose input contains all of this.")),
  ),
  throwsOnce: v.optional(v.union([error, v.array(error)])),
  throws: v.optional(error),
  respondsOnce: v.optional(v.union([output, v.array(output)])),
  responds: v.optional(output),
  delays: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600_000))),
});

export const overrideRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/overrides",
    answer: answers.overrides,
    summary: "Lists the active overrides, newest first.",
    run: ({ tenant, operations }) => ({
      overrides: tenant.overrides.list().map((override) => ({
        ...override,
        ...(override.input === undefined
          ? {}
          : { input: inputNode(operations, override.operation, override.input) }),
      })),
    }),
  },
  routeWithBody({
    method: "POST",
    path: "/overrides",
    answer: answers.id,
    status: 201,
    summary:
      "Overrides an operation: throwsOnce, throws (a name, or name, message, statusCode, members), respondsOnce, responds (an output), delays (milliseconds). throwsOnce takes effect before respondsOnce.",
    body: overrideBody,
    run: ({ tenant, body, operations }) => {
      const { operation, input } = body;
      const own = operations.filter(({ schema }) => nameOf(schema) === operation);
      const toOutput = (node: unknown): unknown => outputValue(operations, operation, node);
      const override: Override<unknown, unknown> = tenant.override(
        operation,
        inputValue(operations, operation, input),
      );
      try {
        for (const one of listOf(body.throwsOnce)) override.throwsOnce(thrown(one, own));
        for (const one of listOf(body.respondsOnce)) override.respondsOnce(toOutput(one));
        if (body.throws !== undefined) override.throws(thrown(body.throws, own));
        if (body.responds !== undefined) override.responds(toOutput(body.responds));
        if (body.delays !== undefined) override.delays(body.delays);
      } catch (refusal) {
        // A refused body must not leave an override behind.
        override.restore();
        throw refusal;
      }
      return new ControlReply(201, { id: override.id });
    },
  }),
  {
    method: "DELETE",
    path: "/overrides",
    answer: null,
    summary: "Removes all overrides.",
    run: ({ tenant }) => tenant.overrides.clear(),
  },
  {
    method: "DELETE",
    path: "/overrides/{id}",
    answer: null,
    summary: "Removes an override.",
    run: ({ tenant, params }) => {
      const { id = "" } = params;
      if (!tenant.overrides.remove(id))
        throw new ControlProblem(404, `Unknown override ${describeValue(id)}.`);
    },
  },
];

const listOf = <Item>(one: Item | Item[] | undefined): readonly Item[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one];

function thrown(
  one: v.InferOutput<typeof error>,
  operations: readonly OperationDescription[],
): Error | string {
  const described = typeof one === "string" ? { name: one } : one;
  const members = readMembers(described, operations);
  if (typeof one === "string") return one;
  const { name, message, statusCode } = one;
  const $fault = (statusCode ?? 400) >= 500 ? "server" : "client";
  return new ServiceError({ name, $fault, message, statusCode }, members);
}
