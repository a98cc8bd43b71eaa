import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compile } from "./compile.js";
import { runWithBoth, theirs } from "./run-with-both.js";
import { failure, offline, stubHandler } from "./stub-handler.js";
import type { Stub } from "./stub-handler.js";

// Programs for the AWS client. The tests replace only the module that these programs import.
const programs = [
  "connection",
  "failure-report",
  "hourly-report",
  "middleware-tour",
  "resolve-page",
];

const text = (program: string): string =>
  readFileSync(new URL(`programs/${program}.ts`, import.meta.url), "utf8");

describe("a program for the AWS client", () => {
  it.each(programs)(
    "compiles if it imports this package instead: %s",
    (program) => {
      const changed = text(program).replaceAll(`"${theirs}"`, `"../src/index.js"`);
      expect(changed).not.toBe(text(program));
      expect(compile({ [`${program}.ts`]: text(program) }).errors).toEqual([]);
      expect(compile({ [`${program}.ts`]: changed }).errors).toEqual([]);
      expect(
        compile(
          { [`${program}.ts`]: changed },
          { exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true },
        ).errors,
      ).toEqual([]);
    },
    120_000,
  );
});

describe("a program for the AWS client that runs with this package", () => {
  beforeEach(() => {
    vi.spyOn(process, "emitWarning").mockReturnValue(undefined);
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  const record = {
    Timestamp: 1_793_509_200,
    Dimension: "users",
    Quantity: 1,
    CustomerAWSAccountId: "111122223333",
  };
  const responses: readonly (readonly [string, readonly Stub[]])[] = [
    [
      "all kinds of results",
      [
        {
          body: {
            Results: [
              { UsageRecord: record, Status: "Success", MeteringRecordId: "r-1" },
              { UsageRecord: record, Status: "DuplicateRecord" },
              { UsageRecord: record, Status: "SomethingNew" },
            ],
            UnprocessedRecords: [record],
          },
        },
      ],
    ],
    ["a timestamp out of bounds", [failure("TimestampOutOfBoundsException")]],
    ["throttling", [failure("ThrottlingException")]],
    ["an unknown error", [failure("com.amazon.coral.service#AccessDeniedException", 403)]],
    [
      "a failure, then success",
      [failure("InternalServiceErrorException", 500), { body: { Results: [] } }],
    ],
  ];

  it.each(responses)("reports usage with the same outcome after %s", async (_, stubs) => {
    const { aws, own } = await runWithBoth(
      () => import("./programs/hourly-report.js"),
      async ({ HourlyReport }) => {
        const { handler, requests } = stubHandler(...stubs);
        const report = new HourlyReport({ ...offline, requestHandler: handler });
        const outcome = await report.send(new Date("2026-11-01T05:00:00Z"), [
          { account: "111122223333", quantity: 3 },
        ]);
        return { outcome, sent: requests.length, agent: requests[0]?.headers["x-amz-user-agent"] };
      },
    );
    expect(aws.agent).toMatch(/^aws-sdk-js/);
    expect(own).toEqual({ ...aws, agent: expect.stringMatching(/^tinsmith/) });
  });

  it.each([
    [
      "a resolved customer",
      [{ body: { ProductCode: "p", CustomerAWSAccountId: "1", LicenseArn: "l" } }],
    ],
    ["an expired token", [failure("ExpiredTokenException")]],
  ] satisfies (readonly [string, readonly Stub[]])[])(
    "resolves a customer with the same outcome after %s",
    async (_, stubs) => {
      const { aws, own } = await runWithBoth(
        () => import("./programs/resolve-page.js"),
        ({ resolvePage }) =>
          resolvePage({ ...offline, requestHandler: stubHandler(...stubs).handler }, "token"),
      );
      expect(own).toEqual(aws);
      expect(own.length).toBeGreaterThan(1);
    },
  );
});
