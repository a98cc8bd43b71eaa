import { describe, expect, it } from "vitest";
import type { AnyCommand } from "../../src/client/any-command.js";
import type { BatchDefinition } from "../../src/batch/batch-definition.js";
import { sendInBatches } from "../../src/batch/send-in-batches.js";
import { createStack } from "../../src/middleware/middleware-stack.js";

interface Entry {
  readonly id: number;
}
interface Input {
  readonly entries: readonly Entry[];
}
interface Output {
  readonly results: readonly Entry[];
}

class Send {
  readonly middlewareStack = createStack();
  readonly input: Input;
  constructor(input: Input) {
    this.input = input;
  }
}

const definition: BatchDefinition<Input, Output, Entry, Entry, Entry> = {
  // The cast is safe: only the client of this test reads the command.
  command: Send as unknown as new (input: Input) => AnyCommand,
  member: "entries",
  entries: ({ entries }) => entries,
  withEntries: (input, entries) => ({ ...input, entries }),
  key: ({ id }) => id,
  maxEntries: 2,
  results: { list: ({ results }) => results, key: ({ id }) => id },
};

/** Creates a client whose second call runs `begun` and then only ends when it is aborted. */
function slowClient(begun: () => void) {
  let calls = 0;
  return {
    config: {
      bodyLengthChecker: () => 0,
      retryStrategy: async () => ({ mode: "none", retry: async () => Promise.reject(new Error()) }),
    },
    async send(command: AnyCommand, options?: object): Promise<Output> {
      const { input } = command as unknown as Send;
      if (calls++ === 0) return { results: input.entries };
      const { abortSignal } = options as { abortSignal: AbortSignal };
      return new Promise((_, reject) => {
        abortSignal.addEventListener("abort", () =>
          reject(Object.assign(new Error("Request aborted"), { name: "AbortError" })),
        );
        begun();
      });
    },
  };
}

describe("a batch that is stopped while a call is in flight", () => {
  it("reports which entries the service may have received", async () => {
    const controller = new AbortController();
    const client = slowClient(() => controller.abort());
    const entries = [1, 2, 3, 4, 5].map((id) => ({ id }));
    const report = await sendInBatches(
      definition,
      { client, abortSignal: controller.signal },
      { entries },
    );
    expect(
      report.outcomes.map((one) => (one.outcome === "refused" ? one.because : one.outcome)),
    ).toEqual(["accepted", "accepted", "in-flight", "in-flight", "aborted"]);
    expect(report.outcomes[2]).toMatchObject({ attempts: 1, call: { number: 1, indexes: [2, 3] } });
    expect(report.summary).toBe("2 accepted, 0 duplicates, 3 refused (2 × in-flight, 1 × aborted)");
  });

  it("reports these entries if SIGTERM stops the batch", async () => {
    const controller = new AbortController();
    process.once("SIGTERM", () => controller.abort());
    const client = slowClient(() => process.kill(process.pid, "SIGTERM"));
    const entries = [1, 2, 3].map((id) => ({ id }));
    const { refused } = await sendInBatches(
      definition,
      { client, abortSignal: controller.signal },
      { entries },
    );
    expect(refused.map(({ entry, because }) => [entry.id, because])).toEqual([[3, "in-flight"]]);
  });
});
