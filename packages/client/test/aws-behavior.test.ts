import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HttpHandler } from "../src/index.js";
import { runWithBoth } from "./run-with-both.js";
import { failure, offline, stubHandler } from "./stub-handler.js";
import type { Stub } from "./stub-handler.js";

beforeEach(() => {
  vi.spyOn(process, "emitWarning").mockReturnValue(undefined);
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("the middleware stack", () => {
  it("adds, orders, lists, copies and removes middleware like the stack of the AWS client", async () => {
    const { aws, own } = await runWithBoth(
      () => import("./programs/middleware-tour.js"),
      ({ tour }) => {
        const stub = { body: { ProductCode: "p", MeteringRecordId: "r" } };
        return tour({ ...offline, requestHandler: stubHandler(stub).handler });
      },
    );
    expect(own).toEqual(aws);
    expect(own.length).toBeGreaterThan(15);
  });
});

/**
 * Removes `__type`, the name of the error on the wire. The AWS client keeps it as an unknown
 * member.
 */
const withoutTypes = (log: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify(log), (key, value: unknown) => (key === "__type" ? undefined : value));

/** Creates a handler that respects the abort signal, as the AWS client expects. */
function abortable(...stubs: readonly Stub[]): HttpHandler {
  const { handle } = stubHandler(...stubs).handler;
  return {
    handle: async (request, options) => {
      if (options?.abortSignal?.aborted) {
        throw Object.assign(new Error("Request aborted"), { name: "AbortError" });
      }
      return handle(request, options);
    },
  };
}

describe("a failed call", () => {
  const stubs: readonly (readonly [string, readonly Stub[]])[] = [
    ["a client error", [failure("InvalidTokenException")]],
    ["an expired token", [failure("ExpiredTokenException")]],
    ["throttling", [failure("ThrottlingException")]],
    ["throttling, then success", [failure("ThrottlingException"), { body: { ProductCode: "p" } }]],
    ["a server error", [failure("InternalServiceErrorException", 500)]],
    ["an unknown error", [failure("aws.other#SlowDown", 503)]],
    ["an error without a name", [{ statusCode: 418, body: { Message: "teapot" } }]],
    ["a connection failure", [Object.assign(new Error("hang up"), { code: "ECONNRESET" })]],
    ["success", [{ body: { ProductCode: "p" } }]],
  ];

  it.each(stubs)(
    "is logged, retried and thrown like in the AWS client: %s",
    async (_, responses) => {
      const { aws, own } = await runWithBoth(
        () => import("./programs/failure-report.js"),
        ({ report }) => report({ ...offline, requestHandler: abortable(...responses) }),
      );
      expect(withoutTypes(own)).toEqual(withoutTypes(aws));
      expect(own).toHaveLength(9);
    },
    30_000,
  );
});

describe("the configuration of a connection", () => {
  it("is resolved like in the AWS client", async () => {
    const folder = mkdtempSync(join(tmpdir(), "connection-"));
    const profile = "region = eu-central-1\naws_access_key_id = AKIDPROFILE\n";
    writeFileSync(
      join(folder, "config"),
      `[profile seller]\n${profile}aws_secret_access_key = s\n`,
    );
    vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "none"));
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDENV");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "s");
    vi.stubEnv("AWS_REGION", "us-west-2");
    const server = createServer((request, response) => {
      const [, scope = ""] =
        /Credential=([^/]+\/\d+\/[^/]+)/.exec(request.headers.authorization ?? "") ?? [];
      response.end(JSON.stringify({ ProductCode: scope.replace(/\/\d+\//, " ") }));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { aws, own } = await runWithBoth(
      () => import("./programs/connection.js"),
      ({ connect }) => connect(`http://127.0.0.1:${port}`),
    );
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
    expect(own).toEqual(aws);
    expect(own).toContainEqual(
      expect.objectContaining({
        name: "credentials of a profile",
        product: "AKIDPROFILE us-west-2",
      }),
    );
  }, 30_000);
});
