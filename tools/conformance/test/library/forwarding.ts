// Tests the forwarding of requests by a recording server. `library.test.ts` runs this program like
// the others in this folder.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { join } from "node:path";
import { Library } from "@example/library-client";
import * as mock from "@example/library-mock-server";
import type { Exchange } from "@tinsmith/server-runtime";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import { credentials, withRecorder } from "./recording-scene.js";

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "signs requests again for the endpoint, with the credentials of the recorder": withRecorder(
    async ({ library, front, recorded }) => {
      assert.match((await library.createShelf({ title: "Maps" })).id ?? "", /^shelf-/);
      assert.match(
        (await library.createShelf({ title: "AKIDREAL and real secret" })).id ?? "",
        /^shelf-/,
      );
      assert.deepEqual(
        front.journal.entries().flatMap(({ warnings }) => warnings),
        [],
      );
      assert.equal(/AKIDREAL|real secret/.test(JSON.stringify(await recorded())), false);
    },
    { credentials: { accessKeyId: "AKIDREAL", secretAccessKey: "real secret" } },
    { verifySignatures: { credentials: { AKIDREAL: "real secret" } } },
  ),

  "forwards signed requests unchanged without credentials, and warns if the signature cannot be valid":
    withRecorder(
      async ({ real, library, front }) => {
        await assert.rejects(library.createShelf({ title: "Maps" }), /[Ss]ignature/);
        const [warning] = front.journal.entries().flatMap(({ warnings }) => warnings);
        assert.match(warning ?? "", /Pass credentials to the recorder/);
        // In process, a client assumes that it calls the endpoint directly, and signs its requests
        // for the endpoint.
        const inProcess = new Library({
          endpoint: real.url,
          region: "eu-central-1",
          credentials,
          requestHandler: requestHandlerFor(front),
        });
        assert.match((await inProcess.createShelf({ title: "Maps" })).id ?? "", /^shelf-/);
      },
      {},
      { verifySignatures: { credentials: { AKIDOFTHECLIENT: "secret of the client" } } },
    ),

  "forwards requests only to the endpoint": withRecorder(async ({ real, front, recording }) => {
    const request = { method: "GET", query: {}, headers: { host: "elsewhere.example" } };
    await front.handle({ ...request, path: "http://elsewhere.example/shelves" });
    await front.handle({ ...request, path: "//elsewhere.example/shelves" });
    await front.handle({ ...request, path: "/no-such-path" });
    assert.equal(real.journal.entries().length, 0);
    assert.ok(recording.report().drift.every(({ kind }) => kind === "unknownOperation"));
    const server = mock.createMockServer();
    for (const endpoint of ["file:///etc/hosts", "//host", "http://user:pass@host", "nothing"]) {
      const options = { endpoint, fixtures: "never-written" };
      await assert.rejects(server.record(options), {
        name: "TypeError",
        message: /Cannot forward to/,
      });
    }
  }),

  "forwards nothing for pages of other sites": withRecorder(async ({ real, front, library }) => {
    const sent: Exchange["request"][] = [];
    front.use({ onRequest: ({ request }) => void sent.push(request) });
    await library.listShelves();
    const [request] = sent;
    assert.ok(request);
    const send = (more: Record<string, string>) =>
      front.handle({ ...request, headers: { ...request.headers, ...more } });
    assert.equal((await send({})).statusCode, 200);
    for (const more of [
      { origin: "http://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
      { host: "rebound.example" },
    ]) {
      assert.equal((await send(more)).statusCode, 403);
    }
    assert.equal(real.journal.entries().length, 2);
  }),

  "returns a redirect without following it": async () => {
    const asked: string[] = [];
    const redirecting = createServer((incoming, outgoing) => {
      asked.push(incoming.url ?? "");
      outgoing.writeHead(307, { location: "/elsewhere", "content-type": "application/json" });
      outgoing.end("{}");
    });
    await new Promise<void>((resolve) => void redirecting.listen(0, "127.0.0.1", resolve));
    const address = redirecting.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const check = withRecorder(
      async ({ library }) => {
        await assert.rejects(library.listShelves());
        assert.equal(asked.length, 1);
      },
      { endpoint: `http://127.0.0.1:${port}` },
    );
    await check().finally(() => redirecting.close());
  },

  "reports an unreachable endpoint": withRecorder(
    async ({ library }) => {
      await assert.rejects(library.listShelves(), { name: "EndpointUnreachable" });
    },
    { endpoint: "http://127.0.0.1:9", timeoutMs: 5_000 },
  ),

  "rejects a folder with fixtures for recording, and an empty one for replay": withRecorder(
    async ({ library, fixtures, front, real }) => {
      await library.listShelves();
      const other = mock.createMockServer();
      await assert.rejects(other.record({ endpoint: real.url, fixtures }), {
        name: "FileError",
        message: /already holds 0001\.ListShelves\.json/,
      });
      await assert.rejects(other.replay({ fixtures: join(fixtures, "..") }), /has no fixtures/);
      await assert.rejects(front.replay({ fixtures }), /already records or replays/);
    },
  ),
};
