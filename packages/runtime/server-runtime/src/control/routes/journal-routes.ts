import * as v from "valibot";

import { coverageText } from "../../mock/coverage-text.js";
import type { JournalFilter } from "../../mock/journal.js";
import { verifyReceived } from "../../mock/verify.js";
import { nameOf } from "@tinsmith/schema";
import {
  ControlProblem,
  ControlReply,
  type ControlRoute,
  routeWithBody,
} from "../control-route.js";
import { entryNode, inputValue } from "../wire-values.js";

const filter = {
  operation: "only this operation",
  error: "only answers with this error",
  status: "only answers with this HTTP status",
  invocationId: "only attempts of this call",
  after: "only requests after the one with this sequence",
  limit: "the newest so many",
};

export const journalRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/journal",
    summary: "The last requests, oldest first. Sensitive members are left out.",
    query: filter,
    run: ({ tenant, query, operations }) => ({
      total: tenant.journal.total,
      entries: tenant.journal.entries(filterOf(query)).map((entry) => entryNode(operations, entry)),
    }),
  },
  {
    method: "GET",
    path: "/calls",
    summary: "The last requests by call: attempts with the same amz-sdk-invocation-id together.",
    query: filter,
    run: ({ tenant, query, operations }) => ({
      calls: tenant.journal.calls(filterOf(query)).map(({ invocationId, operation, attempts }) => ({
        invocationId,
        operation,
        attempts: attempts.map((entry) => entryNode(operations, entry)),
      })),
    }),
  },
  {
    method: "DELETE",
    path: "/journal",
    summary: "Empties the journal.",
    run: ({ tenant }) => tenant.journal.clear(),
  },
  routeWithBody({
    method: "POST",
    path: "/verify",
    summary:
      "Whether an operation was called with an input that has all of the given one; 409 with the nearest requests where not.",
    body: v.strictObject({
      operation: v.string(),
      input: v.optional(v.unknown()),
      times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
    run: ({ tenant, body, operations }) => {
      const { operation, input, times } = body;
      if (!operations.some(({ schema }) => nameOf(schema) === operation)) {
        throw new ControlProblem(400, `The service has no operation ${operation}.`);
      }
      const expected = inputValue(operations, operation, input);
      const { ok, message, matched } = verifyReceived(tenant.journal, operation, expected, {
        times,
      });
      return new ControlReply(ok ? 200 : 409, { ok, matched: matched.length, message });
    },
  }),
  {
    method: "GET",
    path: "/coverage",
    summary: "Which operations, errors, statuses and enum values were exercised so far.",
    query: { format: "text for people; JSON otherwise" },
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
    summary: "Begins to count anew.",
    run: ({ tenant }) => tenant.coverage.clear(),
  },
];

const filterOf = (query: Readonly<Record<string, string>>): JournalFilter => ({
  operation: query["operation"],
  error: query["error"],
  invocationId: query["invocationId"],
  status: numberOf(query, "status"),
  after: numberOf(query, "after"),
  limit: numberOf(query, "limit"),
});

const numberOf = (query: Readonly<Record<string, string>>, name: string): number | undefined => {
  const text = query[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text))
    throw new ControlProblem(400, `${name} is a whole number, not ${text}.`);
  return Number(text);
};
