// Records a service of the generated library packages, which another server plays, and replays it. Run
// by `library.test.ts` like the other program here.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Colour, Library, ThereIsNone } from "@example/library-client";
import * as mock from "@example/library-mock-server";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import {
  type Exchange,
  type Recording,
  recordingText,
  type RecordOptions,
} from "@tinsmith/server-runtime";

const credentials = {
  accessKeyId: "AKIDOFTHECLIENT",
  secretAccessKey: "secret of the client",
  sessionToken: "token-of-the-client",
};

const clientOf = (endpoint: string): Library =>
  new Library({ endpoint, region: "eu-central-1", credentials, maxAttempts: 1 });

/** A member that no model knows, and a value that its enum does not have. */
const surprise: NonNullable<mock.MockServerOptions["hooks"]> = {
  onResponse: (_exchange, answer) => {
    const text =
      answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : answer.body;
    if (answer.statusCode >= 300 || typeof text !== "string" || !text.startsWith("{")) return;
    const body = { ...JSON.parse(text.replaceAll("GREEN", "MAUVE")), surprise: { of: "any kind" } };
    const { "content-length": _length, ...headers } = answer.headers;
    return { ...answer, headers, body: JSON.stringify(body) };
  },
};

interface Scene {
  readonly real: mock.MockServer;
  readonly recording: Recording;
  readonly front: mock.MockServer;
  /** Of the server that records. */
  readonly library: Library;
  /** The folder of the fixtures. */
  readonly fixtures: string;
  /** What its files hold, in their order. */
  recorded(): Promise<readonly Record<string, unknown>[]>;
}

/** Runs a check with a recording server between a client and a server that plays the real one. */
const withRecorder =
  (
    check: (scene: Scene) => Promise<void>,
    options: Partial<RecordOptions> = {},
    ofReal: mock.MockServerOptions = {},
  ) =>
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "recording-"));
    const fixtures = join(folder, "fixtures");
    const real = await mock.createMockServer({ hooks: surprise, ...ofReal }).listen();
    const front = await mock.createMockServer().listen();
    const recording = await front.record({ endpoint: real.url, fixtures, ...options });
    const library = clientOf(front.url);
    const recorded = async () => {
      const names = (await readdir(fixtures)).sort();
      const texts = names.map((name) => readFile(join(fixtures, name), "utf8"));
      return (await Promise.all(texts)).map((text): Record<string, unknown> => JSON.parse(text));
    };
    try {
      await check({ real, recording, front, library, fixtures, recorded });
      await recording.stop();
    } finally {
      library.destroy();
      await front.close();
      await real.close();
      await rm(folder, { recursive: true });
    }
  };

/** Runs something with a server that replays. */
const withReplay = async (
  options: Parameters<mock.MockServer["replay"]>[0],
  run: (library: Library, server: mock.MockServer, replay: Recording) => Promise<void>,
): Promise<void> => {
  const server = await mock.createMockServer().listen();
  const replay = await server.replay(options);
  const library = clientOf(server.url);
  try {
    await run(library, server, replay);
  } finally {
    library.destroy();
    await server.close();
  }
};

const isbn = "9783161484100";

/** Calls of every kind; answers what came back, errors included, without what each call has for itself. */
const story = async (library: Library): Promise<readonly unknown[]> => {
  const told: unknown[] = [];
  const tell = async (call: Promise<{ $metadata: unknown }>): Promise<void> => {
    told.push(
      await call.then(
        ({ $metadata: _metadata, ...output }) => output,
        ({ name, message, hint }) => ({ name, message, hint }),
      ),
    );
  };
  const builtAt = new Date("2026-11-01T05:00:00Z");
  const { id: shelfId } = await library.createShelf({ title: "Maps", builtAt });
  await tell(library.getShelf({ shelfId }));
  await tell(library.updateShelf({ shelfId, title: "Atlases" }));
  await tell(library.getShelf({ shelfId }));
  await tell(library.addBook({ shelfId, isbn, cover: new Uint8Array([1, 255]) }));
  await tell(library.listBooks({ shelfId }));
  await tell(library.getShelf({ shelfId: "shelf-12345678" }));
  return told;
};

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "a client gets the same from the service, through the recorder, and from the fixtures":
    withRecorder(async ({ real, library, fixtures }) => {
      const recorded = await story(library);
      real.reset();
      const direct = clientOf(real.url);
      assert.deepEqual(await story(direct), recorded);
      direct.destroy();
      await withReplay({ fixtures, whenUsedUp: "fail" }, async (again, server, replay) => {
        assert.deepEqual(await story(again), recorded);
        assert.deepEqual(replay.report().unused, []);
        await assert.rejects(again.listBooks({ shelfId: "shelf-12345678" }), { name: "NoFixture" });
        // What was answered in order once is answered so again after a reset.
        server.reset();
        assert.deepEqual(await story(again), recorded);
        await replay.stop();
        await assert.rejects(again.listBooks({ shelfId: "shelf-12345678" }), ThereIsNone);
      });
    }),

  "a fixture is a file for each call, typed: operation, input, output or error, status":
    withRecorder(async ({ library, fixtures, recorded, front }) => {
      const builtAt = new Date("2026-11-01T05:00:00Z");
      await library.createShelf({ title: "Maps", builtAt });
      await assert.rejects(library.getShelf({ shelfId: "shelf-12345678" }));
      assert.deepEqual((await readdir(fixtures)).sort(), [
        "0001.CreateShelf.json",
        "0002.GetShelf.json",
      ]);
      const [made, missed] = await recorded();
      assert.ok(made && missed);
      const { recordedAt, output, drift, status, ...rest } = made;
      assert.deepEqual(rest, {
        format: 1,
        service: "example.library#Library",
        operation: "CreateShelf",
        attempt: 1,
        input: { ...Object(made["input"]), title: "Maps", builtAt: "2026-11-01T05:00:00.000Z" },
      });
      assert.ok(status === 201 || status === 200, "as HTTP bindings or an RPC protocol have it");
      assert.ok(Date.parse(String(recordedAt)) > 0);
      assert.deepEqual(Object.keys(Object(output)).sort(), ["id", "serial"]);
      assert.equal(JSON.stringify(drift).includes("surprise"), true);
      assert.equal(Object(missed["error"]).name, "ThereIsNone");
      assert.equal((await stat(join(fixtures, "0001.CreateShelf.json"))).mode & 0o077, 0);
      const [entry] = front.journal.entries();
      assert.deepEqual([entry?.operation, entry?.status], ["CreateShelf", status]);
    }),

  "each attempt of a call is recorded, and answered in its turn": withRecorder(
    async ({ real, front, fixtures, recorded }) => {
      const patient = (endpoint: string) =>
        new Library({ endpoint, region: "eu-central-1", credentials, maxAttempts: 3 });
      real.on("ListShelves").throwsOnce("ThrottlingException", "Slower.");
      const library = patient(front.url);
      assert.equal((await library.listShelves()).$metadata.attempts, 2);
      library.destroy();
      const calls = await recorded();
      assert.deepEqual(
        calls.map(({ attempt, status, error }) => [attempt, status, Object(error).name]),
        [
          [1, 400, "ThrottlingException"],
          [2, 200, undefined],
        ],
      );
      await withReplay({ fixtures }, async (_library, server) => {
        const again = patient(server.url);
        assert.equal((await again.listShelves()).$metadata.attempts, 2);
        again.destroy();
      });
    },
  ),

  "neither sensitive members nor credentials reach a file": withRecorder(
    async ({ real, library, recording, recorded }) => {
      const { id: shelfId } = await library.createShelf({
        title: `I am ${credentials.accessKeyId}`,
      });
      await library.addBook({ shelfId, isbn, note: "my diary", author: credentials.sessionToken });
      real
        .on("AddBook")
        .throwsOnce(new mock.BookAlreadyThere({ isbn, message: "my diary is there" }));
      await assert.rejects(library.addBook({ shelfId, isbn, note: "my diary" }));
      const text = JSON.stringify(await recorded());
      assert.match(text, /"title":"I am \*\*\*"/);
      assert.match(text, /"note":"\*\*\*"/);
      assert.match(text, /"message":"\*\*\* is there"/);
      for (const secret of ["my diary", ...Object.values(credentials), "Signature="]) {
        assert.equal(text.includes(secret), false, secret);
      }
      assert.equal(JSON.stringify([recording.report(), text]).includes("any kind"), false);
    },
  ),

  "what was redacted does not tell calls apart, and is made up in answers": withRecorder(
    async ({ library, fixtures }) => {
      const { id: shelfId } = await library.createShelf({
        title: "Maps",
        clientToken: "token one",
      });
      await library.addBook({ shelfId, isbn, note: "my diary" });
      await withReplay({ fixtures }, async (again) => {
        const { id } = await again.createShelf({ title: "Maps", clientToken: "token two" });
        assert.equal(id, shelfId);
        const { book } = await again.addBook({ shelfId, isbn, note: "another" });
        assert.equal(typeof book?.note, "string");
        assert.notEqual(book?.note, "my diary");
        assert.notEqual(book?.note, "***");
      });
    },
  ),

  "a call that was not recorded is an error that names the nearest fixture": withRecorder(
    async ({ library, fixtures }) => {
      await library.createShelf({ title: "Maps", colour: Colour.RED });
      await library.createShelf({ title: "Other", words: ["a", "b"] });
      await withReplay({ fixtures, whenUsedUp: "fail" }, async (again) => {
        await assert.rejects(again.createShelf({ title: "Map", colour: Colour.RED }), {
          name: "NoFixture",
          message:
            "No fixture of CreateShelf has this input. " +
            'The nearest is 0001.CreateShelf.json: /title is "Map", expected "Maps".',
        });
        await assert.rejects(again.listShelves(), /No call of ListShelves was recorded/);
        await again.createShelf({ title: "Maps", colour: Colour.RED });
        await assert.rejects(again.createShelf({ title: "Maps", colour: Colour.RED }), {
          message:
            "CreateShelf was recorded once with this input, and was answered as often: 0001.CreateShelf.json.",
        });
      });
    },
  ),

  "drift is told as data, as text, over the control, and in the fixtures": withRecorder(
    async ({ library, recording, front, fixtures }) => {
      const { id: shelfId } = await library.createShelf({ title: "Maps", colour: Colour.GREEN });
      await library.getShelf({ shelfId });
      await library.getShelf({ shelfId });
      const { calls, drift } = recording.report();
      assert.equal(calls, 3);
      assert.deepEqual(
        drift.map(({ kind, operation, side, path, count }) => [kind, operation, side, path, count]),
        [
          ["unknownMember", "CreateShelf", "output", "surprise", 1],
          ["unknownMember", "GetShelf", "output", "surprise", 2],
          ["unknownEnumValue", "GetShelf", "output", "shelf.colour", 2],
        ],
      );
      const text = await (await fetch(`${front.url}/_mock/recording?format=text`)).text();
      assert.equal(text, recordingText(recording.report()));
      assert.match(text, /^3 calls recorded in /);
      assert.match(text, /GetShelf output surprise: is no member of the model; it holds an object/);
      const evil = { origin: "http://elsewhere.example" };
      const refused = await fetch(`${front.url}/_mock/recording`, { headers: evil });
      assert.equal(refused.status, 403);
      // What was known when it was recorded is answered all the same, with a warning.
      await withReplay({ fixtures }, async (again, server, replay) => {
        assert.equal((await again.getShelf({ shelfId })).shelf?.colour, "MAUVE");
        const [warning] = server.journal.entries().flatMap(({ warnings }) => warnings);
        assert.match(warning ?? "", /^0002.GetShelf.json: output surprise: is no member/);
        assert.equal(replay.report().drift.length, 3);
      });
    },
  ),

  "an error that is not modelled, and a required member that is absent, are drift": withRecorder(
    async ({ real, library, recording, fixtures }) => {
      const shelfId = "shelf-12345678";
      real.on("GetShelf").throwsOnce("OutOfPaper", "none left");
      await assert.rejects(library.getShelf({ shelfId }), { name: "OutOfPaper" });
      real.on("ListBooks").respondsOnce(JSON.parse("{}"));
      await library.listBooks({ shelfId });
      const found = recording
        .report()
        .drift.map(({ kind, operation, path }) => [kind, operation, path]);
      assert.deepEqual(found[0], ["unmodelledError", "GetShelf", ""]);
      assert.ok(found.some((one) => one.join() === "missingMember,ListBooks,isbns"));
      await withReplay({ fixtures }, async (again) => {
        await assert.rejects(again.getShelf({ shelfId }), {
          name: "OutOfPaper",
          message: "none left",
        });
      });
    },
  ),

  "a fixture that the model does not allow is refused with file, line and member": withRecorder(
    async ({ library, fixtures }) => {
      const { id: shelfId } = await library.createShelf({ title: "Maps" });
      await library.getShelf({ shelfId });
      const file = join(fixtures, "0002.GetShelf.json");
      const older = (await readFile(file, "utf8")).replace('"title": "Maps"', '"heading": "Maps"');
      await writeFile(file, older);
      const server = mock.createMockServer();
      await assert.rejects(server.replay({ fixtures }), (error) => {
        assert.ok(error instanceof Error && error.name === "FileError");
        assert.match(
          error.message,
          /0002\.GetShelf\.json:\d+:\d+ shelf\.title is required, and absent/,
        );
        assert.match(
          error.message,
          /shelf\.heading is no member of the model, in the model as it is now/,
        );
        assert.match(error.message, /\d+ \| {7}"heading": "Maps"/);
        return true;
      });
      await writeFile(file, older.replace('"GetShelf"', '"GetChest"'));
      await assert.rejects(server.replay({ fixtures }), /GetChest is no operation of Library/);
      await writeFile(file, '{ "format": 2 }');
      await assert.rejects(server.replay({ fixtures }), /0002\.GetShelf\.json:1:/);
      assert.equal(server.recording, undefined);
    },
  ),

  "orders and faults go before what is replayed": withRecorder(async ({ library, fixtures }) => {
    const { id: shelfId } = await library.createShelf({ title: "Maps" });
    await library.getShelf({ shelfId });
    await withReplay({ fixtures }, async (again, server) => {
      server.on("GetShelf").throwsOnce("ThereIsNone");
      await assert.rejects(again.getShelf({ shelfId }), { name: "ThereIsNone" });
      server.faults.add({ kind: "error", error: "ThereIsNone", times: 1 });
      await assert.rejects(again.getShelf({ shelfId }), { name: "ThereIsNone" });
      assert.equal((await again.getShelf({ shelfId })).shelf?.title, "Maps");
    });
  }),

  "requests are signed anew with the recorder's credentials, for the endpoint": withRecorder(
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

  "without credentials requests go on as they were signed, with a warning where that cannot hold":
    withRecorder(
      async ({ real, library, front }) => {
        await assert.rejects(library.createShelf({ title: "Maps" }), /[Ss]ignature/);
        const [warning] = front.journal.entries().flatMap(({ warnings }) => warnings);
        assert.match(warning ?? "", /give the recorder credentials to sign with/);
        // In process a client believes that it talks to the endpoint itself, and signs for it.
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

  "nothing goes anywhere but to the endpoint": withRecorder(async ({ real, front, recording }) => {
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

  "pages of other sites cannot have anything forwarded": withRecorder(
    async ({ real, front, library }) => {
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
    },
  ),

  "a redirect is answered, and not followed": async () => {
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

  "an endpoint that is not there is an error of its own": withRecorder(
    async ({ library }) => {
      await assert.rejects(library.listShelves(), { name: "EndpointUnreachable" });
    },
    { endpoint: "http://127.0.0.1:9", timeoutMs: 5_000 },
  ),

  "a folder that holds fixtures is not recorded into, and one without cannot be replayed":
    withRecorder(async ({ library, fixtures, front, real }) => {
      await library.listShelves();
      const other = mock.createMockServer();
      await assert.rejects(other.record({ endpoint: real.url, fixtures }), {
        name: "FileError",
        message: /holds 0001\.ListShelves\.json already/,
      });
      await assert.rejects(other.replay({ fixtures: join(fixtures, "..") }), /holds no fixtures/);
      await assert.rejects(front.replay({ fixtures }), /records or replays already/);
    }),
};
