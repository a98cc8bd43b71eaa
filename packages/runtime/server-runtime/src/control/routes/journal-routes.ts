import * as v from "valibot";
import { strictOptions } from "../../checks/expected.js";
import { coverageText } from "../../mock/coverage-text.js";
import type { JournalFilter } from "../../mock/journal.js";
import { verifyReceived } from "../../mock/verify.js";
import { nameOf } from "@tinsmith/schema";
import { ControlProblem, ControlReply, routeWithBody } from "../control-route.js";
import { answers } from "../answers.js";
import type { ControlCall, ControlRoute } from "../control-route.js";
import { entryNode, inputValue } from "../wire-values.js";
import type { OperationDescription } from "@tinsmith/protocols";
import { describeValue } from "../../checks/describe-value.js";
import { unknownName } from "../../checks/unknown-name.js";

const filter = {
  operation: "only this operation",
  error: "only requests that failed with this error",
  status: "only requests with this HTTP status in the response",
  invocationId: "only attempts of this call",
  after: "only requests after the one with this sequence",
  limit: "the number of newest requests",
};

export const journalRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/journal",
    answer: answers.journal,
    summary: "Lists the latest requests, oldest first. Sensitive members are `***`.",
    query: filter,
    run: (call) => ({
      total: call.tenant.journal.total,
      entries: call.tenant.journal
        .entries(filterOf(call))
        .map((entry) => entryNode(call.operations, entry)),
    }),
  },
  {
    method: "GET",
    path: "/calls",
    answer: answers.calls,
    summary:
      "Lists the latest requests by call: attempts with the same amz-sdk-invocation-id are one call.",
    query: filter,
    run: (call) => ({
      calls: call.tenant.journal
        .calls(filterOf(call))
        .map(({ invocationId, operation, attempts }) => ({
          invocationId,
          operation,
          attempts: attempts.map((entry) => entryNode(call.operations, entry)),
        })),
    }),
  },
  {
    method: "DELETE",
    path: "/journal",
    answer: null,
    summary: "Clears the journal.",
    run: ({ tenant }) => tenant.journal.clear(),
  },
  routeWithBody({
    method: "POST",
    path: "/verify",
    answer: answers.verification,
    otherwise: { 409: "Not received so." },
    summary:
      "Verifies that an operation was called with an input that contains all of the given one. Otherwise answers 409 with the nearest requests.",
    body: strictOptions({
      operation: v.string(),
      input: v.optional(v.unknown()),
      times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
    run: ({ tenant, body, operations }) => {
      const { operation, input, times } = body;
      requireOperation(operation, operations);
      const expected = inputValue(operations, operation, input);
      const { ok, message, count } = verifyReceived(tenant.journal, operation, expected, { times });
      return new ControlReply(ok ? 200 : 409, { ok, matched: count, message });
    },
  }),
  {
    method: "GET",
    path: "/coverage",
    answer: answers.coverage,
    summary: "Returns the operations, errors, statuses and enum values that were exercised so far.",
    query: { format: "`text` for humans; otherwise JSON" },
    run: ({ tenant, query }) => {
      const report = tenant.coverage.report();
      return query["format"] === "text"
        ? new ControlReply(200, coverageText(report), "text/plain; charset=utf-8")
        : report;
    },
  },
  {
    method: "DELETE",
    path: "/coverage",
    answer: null,
    summary: "Resets the coverage.",
    run: ({ tenant }) => tenant.coverage.clear(),
  },
];

function requireOperation(name: string, operations: readonly OperationDescription[]): void {
  const known = operations.map(({ schema }) => nameOf(schema));
  if (!known.includes(name)) throw unknownName("operation", name, known);
}

function filterOf({ query, operations }: ControlCall): JournalFilter {
  const operation = query["operation"];
  if (operation !== undefined) requireOperation(operation, operations);
  return {
    operation,
    error: query["error"],
    invocationId: query["invocationId"],
    status: numberOf(query, "status"),
    after: numberOf(query, "after"),
    limit: numberOf(query, "limit"),
  };
}

function numberOf(query: Readonly<Record<string, string>>, name: string): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ControlProblem(
    400,
    `Invalid parameter "${name}" of the query: ${describeValue(text)}. Expected an integer of at least 0.`,
  );
}
