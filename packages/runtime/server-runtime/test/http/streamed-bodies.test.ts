import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { connect } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { restJson1 } from "@tinsmith/protocols/rest-json/server";
import { describe, expect, it } from "vitest";
import { chunksOf } from "../../src/http/message-body.js";
import { fetchHandler } from "../../src/entries/fetch.js";
import { createServer } from "../../src/entries/index.js";
import type { Handler, Server, ServerOptions } from "../../src/entries/index.js";
import { requestHandlerFor } from "../../src/entries/request-handler.js";

const ns = "example.pipes";
const content$: StaticStructureSchema = [
  3,
  ns,
  "Content",
  0,
  ["name", "content"],
  [
    [0, { httpHeader: "x-name" }],
    [42, { httpPayload: 1 }],
  ],
];
const Pour$: StaticOperationSchema = [
  9,
  ns,
  "Pour",
  { http: ["PUT", "/pour", 200] },
  content$,
  content$,
];
const Drip$: StaticOperationSchema = [
  9,
  ns,
  "Drip",
  { http: ["PUT", "/drip", 200] },
  content$,
  content$,
];
const schema = { namespace: ns, name: "Pipes", version: "2026-01-01" };

interface Content {
  readonly name?: string;
  readonly content?: Readable | Uint8Array;
}
interface PipesHandlers {
  Pour?: Handler<Content, object>;
  Drip?: Handler<Content, object>;
}

const pipes = (options: ServerOptions<PipesHandlers>): Server<PipesHandlers> =>
  createServer({
    service: schema,
    protocols: [restJson1(schema)],
    operations: [
      { schema: Pour$, errors: [] },
      { schema: Drip$, errors: [] },
    ],
    streamBodies: true,
    ...options,
  });

const mebibyte = 1024 * 1024;

/** Returns a stream that generates its bytes when they are read. */
const water = (mebibytes: number): Readable =>
  Readable.from(
    (function* () {
      for (let index = 0; index < mebibytes; index++) yield Buffer.alloc(mebibyte, index % 251);
    })(),
    { objectMode: false },
  );

/** The maximum number of bytes in buffers while a stream is read. */
let peak = 0;

/** Returns the length and the hash of a stream. */
async function measure(stream: AsyncIterable<Uint8Array | string>) {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    hash.update(chunk);
    peak = Math.max(peak, process.memoryUsage().arrayBuffers);
  }
  return { bytes, hash: hash.digest("hex") };
}

/** Frees unused memory, so that tests do not see each other's buffers. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/** Returns the content of the input as a stream. */
const echo: PipesHandlers = { Pour: ({ content, name }) => ({ content, name }) };

/** The ways to send a stream to a server and read the streamed response. */
const ways = {
  "node:http": async (server: Server<PipesHandlers>, source: Readable) => {
    await server.listen();
    const outgoing = httpRequest(`${server.url}/pour`, { method: "PUT" });
    source.pipe(outgoing);
    const incoming = await new Promise<Readable>((resolve, reject) => {
      outgoing.on("response", resolve).on("error", reject);
    });
    return measure(incoming).finally(() => server.close());
  },
  "node:http2": async (server: Server<PipesHandlers>, source: Readable) => {
    await server.listen({ http2: true });
    const session = connect(server.url);
    const stream = session.request({ ":method": "PUT", ":path": "/pour" });
    source.pipe(stream);
    return measure(stream).finally(async () => {
      session.close();
      await server.close();
    });
  },
  "the Fetch standard": async (server: Server<PipesHandlers>, source: Readable) => {
    const answer = fetchHandler(server, { maxBodyBytes: 256 * mebibyte });
    const body = Readable.toWeb(source);
    const init = { method: "PUT", body, duplex: "half" } as const;
    const response = await answer(new Request("http://pipes.example/pour", init));
    return measure(chunksOf(response.body ?? new Blob([])));
  },
  "a request handler": async (server: Server<PipesHandlers>, source: Readable) => {
    const { response } = await requestHandlerFor(server).handle({
      protocol: "http:",
      hostname: "pipes.example",
      path: "/pour",
      method: "PUT",
      headers: {},
      query: {},
      body: source,
    });
    return measure(response.body);
  },
};

describe.each(Object.entries(ways))("a server called through %s", (_way, send) => {
  /** Sends 200 MB to the server and back, and returns the maximum number of bytes in buffers. */
  const pour = async (streamBodies: boolean) => {
    const expected = await measure(water(200));
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    peak = before;
    const server = pipes({ handlers: echo, maxBodyBytes: 256 * mebibyte, streamBodies });
    expect(await send(server, water(200))).toEqual(expected);
    expect(expected.bytes).toBe(200 * mebibyte);
    return peak - before;
  };

  it("streams 200 MB in and out without holding them in memory", async () => {
    expect(await pour(true)).toBeLessThan(100 * mebibyte);
  }, 60_000);

  it("holds the whole body in memory if bodies are not streamed", async () => {
    expect(await pour(false)).toBeGreaterThan(190 * mebibyte);
  }, 60_000);
});

describe("a streamed body", () => {
  const put = async (
    server: Server<PipesHandlers>,
    body: Uint8Array | Readable,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> => {
    await server.listen();
    try {
      return await new Promise((resolve, reject) => {
        const outgoing = httpRequest(`${server.url}/pour`, { method: "PUT", headers });
        outgoing.on("error", reject).on("response", (incoming) => {
          void text(incoming).then((answer) =>
            resolve({ status: incoming.statusCode ?? 0, text: answer }),
          );
        });
        if (body instanceof Readable) body.pipe(outgoing);
        else outgoing.end(body);
      });
    } finally {
      await server.close();
    }
  };

  it("is limited by its declared length and by its actual length", async () => {
    let started = 0;
    const handlers: PipesHandlers = {
      Pour: async ({ content = Readable.from([]) }) => {
        started += 1;
        return { name: String((await measure(Readable.from(content))).bytes) };
      },
    };
    const limited = () => pipes({ handlers, maxBodyBytes: mebibyte });
    const told = await put(limited(), Buffer.alloc(mebibyte + 1));
    expect([told.status, started]).toEqual([413, 0]);
    const found = await put(limited(), water(3));
    expect([found.status, started]).toEqual([413, 1]);
    expect(found.text).toContain("The body of a request is limited to 1048576 bytes.");
    expect((await put(limited(), Buffer.alloc(mebibyte))).status).toBe(200);
  });

  it("reaches the handler while it is sent, and the response may precede its end", async () => {
    const source = new Readable({ read: () => undefined });
    const server = pipes({
      handlers: {
        Pour: async ({ content = new Uint8Array() }) => {
          for await (const chunk of Readable.from(content))
            return { name: "early", content: String(chunk) };
          return {};
        },
      },
    });
    source.push("first");
    expect(await put(server, source)).toEqual({ status: 200, text: "first" });
    source.destroy();
  });

  it("is a buffer by default and for operations that the option does not name", async () => {
    const kinds: unknown[] = [];
    const handlers: PipesHandlers = {
      Pour: ({ content }) => {
        kinds.push(content?.constructor.name);
        return {};
      },
    };
    await put(pipes({ handlers, streamBodies: false }), Buffer.from("a"));
    await put(pipes({ handlers, streamBodies: ["Drip"] }), Buffer.from("a"));
    await put(pipes({ handlers, streamBodies: ["Pour"] }), Buffer.from("a"));
    expect(kinds).toEqual(["Buffer", "Buffer", "Readable"]);
    expect(() => pipes({ streamBodies: ["Leak"] })).toThrow(
      "The input of Leak has no streaming blob. Expected one of: Pour, Drip.",
    );
  });

  it.each([1, 7, 64, 100_000])(
    "is decoded from aws-chunked if it arrives in pieces of %i bytes",
    async (size) => {
      const signature = "a".repeat(64);
      const data = Buffer.from("one\r\ntwo, with an empty line:\r\n\r\n0\r\n and more");
      const wire = Buffer.concat([
        Buffer.from(`5;chunk-signature=${signature}\r\n`),
        data.subarray(0, 5),
        Buffer.from(`\r\n${(data.length - 5).toString(16)}\r\n`),
        data.subarray(5),
        Buffer.from("\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n"),
      ]);
      const pieces = Array.from({ length: Math.ceil(wire.length / size) }, (_, index) =>
        wire.subarray(index * size, (index + 1) * size),
      );
      const server = pipes({ handlers: echo });
      const headers = { "content-encoding": "aws-chunked" };
      const { text: answer } = await put(
        server,
        Readable.from(pieces, { objectMode: false }),
        headers,
      );
      expect(answer).toBe(data.toString());
    },
  );

  it("throws an error to its reader if it does not have the declared encoding", async () => {
    const failures: unknown[] = [];
    const handlers: PipesHandlers = {
      Pour: async ({ content = new Uint8Array() }) => {
        const read = measure(Readable.from(content));
        await read.catch((error: unknown) => failures.push(error));
        await read;
        return {};
      },
    };
    for (const wire of ["nonsense\r\n", "5\r\nabc", "3\r\nabcd\r\n0\r\n\r\n", "f".repeat(1000)]) {
      const headers = { "content-encoding": "aws-chunked" };
      const { status, text: answer } = await put(pipes({ handlers }), Buffer.from(wire), headers);
      expect([status, answer]).toEqual([
        400,
        expect.stringContaining("not in the encoding aws-chunked"),
      ]);
    }
    expect(failures).toHaveLength(4);
  });

  it("throws an expected error to the handler when the client disconnects", async () => {
    const unexpected: unknown[] = [];
    let broken: (error: unknown) => void = () => undefined;
    const heard = new Promise<unknown>((resolve) => (broken = resolve));
    const server = pipes({
      onUnexpectedError: (error) => unexpected.push(error),
      handlers: {
        Pour: async ({ content = new Uint8Array() }) => {
          const read = measure(Readable.from(content));
          await read.catch(broken);
          await read;
          return {};
        },
      },
    });
    await server.listen();
    const outgoing = httpRequest(`${server.url}/pour`, { method: "PUT" });
    outgoing.on("error", () => undefined);
    outgoing.write("some");
    setTimeout(() => outgoing.destroy(), 50);
    expect(await heard).toMatchObject({ name: "RequestBrokenOff" });
    await server.close();
    expect(unexpected).toEqual([]);
  });

  it("is recorded as a whole and forwarded to the endpoint", async () => {
    const folder = await mkdtemp(join(tmpdir(), "streamed-"));
    await using real = await pipes({ handlers: echo }).listen();
    const server = pipes({});
    const recording = await server.record({ endpoint: real.url, fixtures: folder });
    const source = Readable.from([Buffer.from("one "), Buffer.from("two")], { objectMode: false });
    expect(await put(server, source)).toEqual({ status: 200, text: "one two" });
    await recording.stop();
    const replaying = pipes({});
    await replaying.replay({ fixtures: folder });
    expect(await put(replaying, Buffer.from("one two"))).toEqual({ status: 200, text: "one two" });
    await rm(folder, { recursive: true });
  });
});
