import { describe, expect, it } from "vitest";
import { waitFor } from "../../src/waiters/wait.js";
import type { WaiterDefinition } from "../../src/waiters/wait.js";

/** Creates a waiter whose calls throw or return the given outcomes in order. */
function waiter(...outcomes: readonly unknown[]) {
  let calls = 0;
  const definition: WaiterDefinition<object, object, object> = {
    minDelay: 0.001,
    maxDelay: 0.002,
    call: async () => {
      const outcome = outcomes[Math.min(calls++, outcomes.length - 1)];
      if (outcome instanceof Error) throw outcome;
      return outcome as object;
    },
    acceptors: [
      { state: "SUCCESS", errorType: "NotFound" },
      { state: "RETRY", success: true },
    ],
  };
  return { definition, calls: () => calls };
}

const failure = (name: string): Error =>
  Object.assign(new Error(name), { name, $fault: "client", $metadata: { attempts: 1 } });

const client = { config: {} };

describe("an error that no acceptor of a waiter names", () => {
  it("ends the wait, as the specification requires", async () => {
    const { definition, calls } = waiter(failure("AccessDenied"), {});
    const { state, reason } = await waitFor(definition, { client, maxWaitTime: 5 }, {});
    expect({ state, reason, calls: calls() }).toEqual({
      state: "FAILURE",
      reason: failure("AccessDenied"),
      calls: 1,
    });
  });

  it("is followed by another call if unexpectedErrors is retry", async () => {
    const { definition, calls } = waiter(failure("AccessDenied"), failure("NotFound"));
    const config = { client, maxWaitTime: 5, unexpectedErrors: "retry" } as const;
    const { state } = await waitFor(definition, config, {});
    expect({ state, calls: calls() }).toEqual({ state: "SUCCESS", calls: 2 });
  });
});

describe("an error of the client itself", () => {
  it.each(["retry", "fail"] as const)(
    "ends the wait even if unexpectedErrors is %s",
    async (unexpectedErrors) => {
      const { definition, calls } = waiter(new TypeError("Bucket is required."));
      const config = { client, maxWaitTime: 5, unexpectedErrors };
      const { state } = await waitFor(definition, config, {});
      expect({ state, calls: calls() }).toEqual({ state: "FAILURE", calls: 1 });
    },
  );

  it("does not match an acceptor that matches every error of the service", async () => {
    const { definition } = waiter(new TypeError("Bucket is required."));
    const acceptors = [{ state: "SUCCESS", success: false }] as const;
    const { state } = await waitFor({ ...definition, acceptors }, { client, maxWaitTime: 5 }, {});
    expect(state).toBe("FAILURE");
  });
});

describe("an aborted waiter", () => {
  it("sends nothing if the signal was aborted before the wait", async () => {
    const { definition, calls } = waiter({});
    const config = { client, maxWaitTime: 5, abortSignal: AbortSignal.abort() };
    const { state } = await waitFor(definition, config, {});
    expect({ state, calls: calls() }).toEqual({ state: "ABORTED", calls: 0 });
  });

  it("sends nothing after an abort between two calls", async () => {
    const { definition, calls } = waiter({});
    const controller = new AbortController();
    const call = async (...args: [object, object]): Promise<object> => {
      controller.abort();
      return definition.call(...args);
    };
    const config = { client, maxWaitTime: 5, abortSignal: controller.signal };
    const { state } = await waitFor({ ...definition, call }, config, {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect({ state, calls: calls() }).toEqual({ state: "ABORTED", calls: 1 });
  });
});
