// A program as a user of the kept workshop packages would write it. Only `generated-v1.test.ts`
// type-checks and bundles this program.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  Closed,
  JobState,
  NamedSize,
  NoSuchJob,
  paginateListJobs,
  recordHoursAll,
  waitUntilJobDone,
  Workshop,
  WorkshopServiceException,
} from "@generated-v1/workshop-client";
import type { WorkshopClientConfig, WorkshopEvents } from "@generated-v1/workshop-client";
import { formatLogLine, logging } from "@generated-v1/workshop-client/logging";
import { ParameterValidationError, validateParams } from "@generated-v1/workshop-client/params";
import { checkOptions, handleRequest } from "@generated-v1/workshop-client/plugins";
import { createStubs, stubResponses } from "@generated-v1/workshop-client/stubs";
import * as mock from "@generated-v1/workshop-mock-server";
import { CreateJobInput } from "@generated-v1/workshop-types/validators";
import { CreateJobInput as CreateJobInputSchema } from "@generated-v1/workshop-types/json-schema";
import { NumericValue } from "@smithy/core/serde";

const jobId = "job-0000000a";

/** Runs a check with a client and a server, and closes them. */
const withWorkshop =
  (
    check: (workshop: Workshop, server: mock.MockServer) => Promise<void>,
    handlers: mock.WorkshopHandlers = {},
    options: WorkshopClientConfig = {},
  ) =>
  async () => {
    const server = await mock.createMockServer({ handlers }).listen();
    const workshop = new Workshop({
      endpoint: server.url,
      region: "eu-central-1",
      credentials: { accessKeyId: "AKIDWORKSHOP", secretAccessKey: "secret" },
      token: { token: "kept" },
      maxAttempts: 2,
      ...options,
    });
    try {
      await check(workshop, server);
    } finally {
      workshop.destroy();
      await server.close();
    }
  };

/** Collects a header of each request that a client sends. */
function recordHeader(name: string): {
  readonly plugin: ReturnType<typeof handleRequest>;
  readonly values: (string | undefined)[];
} {
  const values: (string | undefined)[] = [];
  const plugin = handleRequest({ step: "sign", priority: 0 }, ({ headers }) => {
    values.push(headers[name]);
  });
  return { plugin, values };
}

async function* progressOf(...percents: readonly number[]): AsyncGenerator<WorkshopEvents> {
  for (const percent of percents) yield { progress: { percent } };
}

const compressed = recordHeader("content-encoding");
const authorized = recordHeader("authorization");
const summed = recordHeader("x-amz-checksum-sha256");

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "a resource lives from create to delete without a handler": withWorkshop(async (workshop) => {
    const due = new Date("2026-12-01T12:00:00Z");
    const created = await workshop.createJob({ title: "Chair", due, tags: { wood: "oak" } });
    const { $metadata, ...job } = await workshop.getJob({ jobId: created.jobId });
    assert.equal($metadata.httpStatusCode, 200);
    assert.equal(job.title, "Chair");
    assert.deepEqual([job.due, job.tags], [due, { wood: "oak" }]);
    await workshop.deleteJob({ jobId: created.jobId });
    await assert.rejects(workshop.getJob({ jobId: created.jobId }), NoSuchJob);
  }),

  "an error is of its class and has its members": withWorkshop(
    async (workshop) => {
      await assert.rejects(workshop.getJob({ jobId }), (error) => {
        assert.ok(error instanceof NoSuchJob);
        assert.ok(error instanceof WorkshopServiceException);
        assert.deepEqual([error.jobId, error.$metadata.httpStatusCode], [jobId, 404]);
        return true;
      });
    },
    {
      GetJob: (input) => {
        throw new mock.NoSuchJob({ message: "The job is unknown.", jobId: input.jobId });
      },
    },
  ),

  "a retryable error is sent again": async () => {
    let calls = 0;
    await withWorkshop(
      async (workshop) => {
        const { $metadata } = await workshop.importParts({ parts: [] });
        assert.deepEqual([calls, $metadata.attempts], [2, 2]);
      },
      {
        ImportParts: () => {
          if (calls++ === 0) throw new mock.Closed({ message: "Come back later." });
          return { count: 0 };
        },
      },
    )();
  },

  "what a server may not take is refused": withWorkshop(async (workshop) => {
    await assert.rejects(workshop.createJob({ title: "" }), { name: "ValidationException" });
  }),

  "a paginator reads all pages": withWorkshop(
    async (workshop) => {
      const titles: string[] = [];
      const pages = paginateListJobs({ client: workshop, pageSize: 2 }, {});
      for await (const { title } of pages.items()) titles.push(title);
      assert.deepEqual(titles, ["0", "1", "2", "3"]);
    },
    {
      ListJobs: ({ nextToken = "0", maxResults = 0 }) => {
        assert.equal(maxResults, 2);
        const first = Number(nextToken);
        const jobs = [first, first + 1].map((number) => ({ jobId, title: `${number}` }));
        return { jobs, ...(first === 0 && { nextToken: "2" }) };
      },
    },
  ),

  "a waiter waits": async () => {
    const states = [JobState.OPEN, JobState.DONE];
    await withWorkshop(
      async (workshop) => {
        const result = await waitUntilJobDone({ client: workshop, maxWaitTime: 10 }, { jobId });
        assert.equal(result.state, "SUCCESS");
        assert.equal(states.length, 0);
      },
      { GetJob: () => ({ jobId, title: "Chair", state: states.shift() ?? JobState.DONE }) },
    )();
  },

  "a batch of any size is sent in calls of three": async () => {
    const sizes: number[] = [];
    await withWorkshop(
      async (workshop) => {
        const records = ["a", "b", "c", "d"].map((id, hours) => ({ id, hours }));
        const report = await recordHoursAll({ client: workshop }, { records });
        assert.deepEqual(sizes, [3, 1]);
        assert.deepEqual(
          report.accepted.map(({ entry }) => entry.id),
          ["a", "b", "d"],
        );
        assert.deepEqual(
          report.refused.map(({ entry, because }) => [entry.id, because]),
          [["c", "status"]],
        );
        assert.throws(() => report.throwIfRefused(), { name: "BatchRefusedError" });
      },
      {
        RecordHours: ({ records }) => {
          sizes.push(records.length);
          const isRefused = ({ id }: { id: string }) => id === "c";
          return {
            accepted: records.filter((one) => !isRefused(one)).map(({ id }) => ({ id })),
            failed: records.filter(isRefused).map(({ id }) => ({ id, message: "Too long." })),
          };
        },
      },
    )();
  },

  "large bodies are compressed, and every kind of value arrives": async () => {
    const parts = [
      {
        name: "Screw",
        size: { named: NamedSize.SMALL },
        price: new NumericValue("0.10000000000000000000000001", "bigDecimal"),
        count: Number.MAX_SAFE_INTEGER,
        notes: { colors: ["red", null], depth: 1.5 },
      },
      { name: "Board", size: { millimeters: 1200.5 }, secret: "hidden" },
    ];
    await withWorkshop(
      async (workshop) => {
        const { count } = await workshop.importParts({ parts });
        assert.equal(count, 2);
        assert.deepEqual(compressed.values, ["gzip"]);
      },
      {
        ImportParts: (input) => {
          const [screw, board] = input.parts;
          assert.equal(screw?.price?.string, "0.10000000000000000000000001");
          assert.deepEqual(screw.size, { named: NamedSize.SMALL });
          assert.deepEqual(screw.notes, parts[0]?.notes);
          assert.equal(screw.count, Number.MAX_SAFE_INTEGER);
          assert.deepEqual(board, parts[1]);
          return { count: input.parts.length };
        },
      },
      { requestMinCompressionSizeBytes: 1, plugins: [compressed.plugin] },
    )();
  },

  "a checksum goes with a payload": withWorkshop(
    async (workshop) => {
      const content = new TextEncoder().encode("lines");
      const { bytes } = await workshop.putDrawing({ name: "a", algorithm: "SHA256", content });
      assert.equal(bytes, 5);
      assert.deepEqual(summed.values, [createHash("sha256").update(content).digest("base64")]);
    },
    { PutDrawing: ({ content }) => ({ bytes: Buffer.from(content as Uint8Array).length }) },
    { plugins: [summed.plugin] },
  ),

  "a blob is streamed": withWorkshop(
    async (workshop) => {
      const { content } = await workshop.getDrawing({ name: "a" });
      assert.equal(await content?.transformToString(), "lines");
    },
    { GetDrawing: () => ({ content: new Blob(["lines"]).stream() as never }) },
  ),

  "events are read, and an error of the model ends them": withWorkshop(
    async (workshop) => {
      const { events = progressOf() } = await workshop.watch({ jobId });
      const percents: (number | undefined)[] = [];
      await assert.rejects(
        async () => {
          for await (const { progress } of events) percents.push(progress?.percent);
        },
        (error) => error instanceof Closed && error.message === "Night.",
      );
      assert.deepEqual(percents, [10, 20]);
    },
    {
      Watch: () => ({
        events: (async function* () {
          yield* progressOf(10, 20);
          throw new mock.Closed({ message: "Night." });
        })(),
      }),
    },
  ),

  "each operation has its authentication": withWorkshop(
    async (workshop) => {
      await workshop.listJobs({});
      await workshop.quote({ hours: 1 });
      const [signed = "", bearer] = authorized.values;
      assert.match(
        signed,
        /^AWS4-HMAC-SHA256 Credential=AKIDWORKSHOP\/\d+\/eu-central-1\/workshop\//,
      );
      assert.equal(bearer, "Bearer kept");
    },
    { ListJobs: () => ({ jobs: [] }), Quote: () => ({ price: 1 }) },
    { plugins: [authorized.plugin] },
  ),

  "operations without a handler answer samples": withWorkshop(async (workshop) => {
    const { price } = await workshop.quote({ hours: 2 });
    assert.equal(typeof price, "number");
  }),

  "stubs answer without a server": async () => {
    const stubs = createStubs({ Quote: [{ price: 3 }, "Closed"] });
    const workshop = new Workshop({ plugins: [stubs], maxAttempts: 1 });
    assert.equal((await workshop.quote({ hours: 2 })).price, 3);
    await assert.rejects(workshop.quote({}), Closed);
    assert.deepEqual(stubs.apiRequests[0]?.params, { hours: 2 });
    stubResponses(workshop, { ListJobs: { jobs: [{ jobId, title: "Chair" }] } });
    assert.equal((await workshop.listJobs({})).jobs?.[0]?.title, "Chair");
  },

  "plugins check parameters and options, and write logs": async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const logger = { trace: log, debug: log, info: log, warn: log, error: log };
    const workshop = new Workshop({
      logger,
      plugins: [createStubs(), validateParams(), logging({ logFormatter: formatLogLine })],
    });
    await workshop.quote({ hours: 1 });
    assert.equal(lines.length, 1);
    await assert.rejects(workshop.recordHours({ records: [] }), (error) => {
      assert.ok(error instanceof ParameterValidationError);
      assert.deepEqual(
        error.issues.map(({ path }) => path),
        [["records"]],
      );
      return true;
    });
    const misspelled = { retires: 3, plugins: [checkOptions()] };
    assert.throws(() => new Workshop(misspelled), { name: "TypeError" });
  },

  "validators and JSON Schemas say what the model says": async () => {
    const { validate } = CreateJobInput["~standard"];
    assert.deepEqual(validate({ title: "Chair" }), { value: { title: "Chair" } });
    assert.equal(validate({ title: "x".repeat(61), state: "LOST" }).issues?.length, 2);
    assert.match(JSON.stringify(CreateJobInputSchema), /"required":\["title"\]/);
  },
};
