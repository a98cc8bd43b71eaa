// Records and replays the library service, which a mock server simulates. `library.test.ts` runs
// this program like the others in this folder.
import assert from "node:assert/strict";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Colour, Library, ThereIsNone } from "@example/library-client";
import * as mock from "@example/library-mock-server";
import { recordingText } from "@tinsmith/server-runtime/recording";
import { clientOf, credentials, isbn, story, withRecorder, withReplay } from "./recording-scene.js";

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "returns the same results from the service, through the recorder, and from the fixtures":
    withRecorder(async ({ real, library, fixtures }) => {
      const recorded = await story(library);
      real.reset();
      const direct = clientOf(real.url);
      assert.deepEqual(await story(direct), recorded);
      direct.destroy();
      await withReplay({ fixtures, whenExhausted: "fail" }, async (again, server, replay) => {
        assert.deepEqual(await story(again), recorded);
        assert.deepEqual(replay.report().unused, []);
        await assert.rejects(again.listBooks({ shelfId: "shelf-12345678" }), { name: "NoFixture" });
        // After a reset, the recorded responses start from the beginning.
        server.reset();
        assert.deepEqual(await story(again), recorded);
        await replay.stop();
        await assert.rejects(again.listBooks({ shelfId: "shelf-12345678" }), ThereIsNone);
      });
    }),

  "writes a typed fixture for each call: operation, input, output or error, status": withRecorder(
    async ({ library, fixtures, recorded, front }) => {
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
    },
  ),

  "records each attempt of a call, and replays the attempts in order": withRecorder(
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

  "writes neither sensitive members nor credentials to a file": withRecorder(
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

  "ignores redacted members in inputs, and generates them in outputs": withRecorder(
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

  "rejects a call without a fixture, with the nearest fixture in the error": withRecorder(
    async ({ library, fixtures }) => {
      await library.createShelf({ title: "Maps", colour: Colour.RED });
      await library.createShelf({ title: "Other", words: ["a", "b"] });
      await withReplay({ fixtures, whenExhausted: "fail" }, async (again) => {
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
            "CreateShelf was recorded once with this input, and all recorded answers have been used: 0001.CreateShelf.json.",
        });
      });
    },
  ),

  "reports drift as data, as text, in the control API and in the fixtures": withRecorder(
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
      assert.match(
        text,
        /GetShelf output surprise: is not a member in the model; its value is an object/,
      );
      const evil = { origin: "http://elsewhere.example" };
      const refused = await fetch(`${front.url}/_mock/recording`, { headers: evil });
      assert.equal(refused.status, 403);
      // Recorded calls are still replayed, with a warning.
      await withReplay({ fixtures }, async (again, server, replay) => {
        assert.equal((await again.getShelf({ shelfId })).shelf?.colour, "MAUVE");
        const [warning] = server.journal.entries().flatMap(({ warnings }) => warnings);
        assert.match(warning ?? "", /^0002.GetShelf.json: output surprise: is not a member/);
        assert.equal(replay.report().drift.length, 3);
      });
    },
  ),

  "reports an unmodeled error and a missing required member as drift": withRecorder(
    async ({ real, library, recording, fixtures }) => {
      const shelfId = "shelf-12345678";
      real.on("GetShelf").throwsOnce("OutOfPaper", "none left");
      await assert.rejects(library.getShelf({ shelfId }), { name: "OutOfPaper" });
      real.on("ListBooks").respondsOnce(JSON.parse("{}"));
      await library.listBooks({ shelfId });
      const found = recording
        .report()
        .drift.map(({ kind, operation, path }) => [kind, operation, path]);
      assert.deepEqual(found[0], ["unmodeledError", "GetShelf", ""]);
      assert.ok(found.some((one) => one.join() === "missingMember,ListBooks,isbns"));
      await withReplay({ fixtures }, async (again) => {
        await assert.rejects(again.getShelf({ shelfId }), {
          name: "OutOfPaper",
          message: "none left",
        });
      });
    },
  ),

  "rejects an invalid fixture with file, line and member": withRecorder(
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
          /0002\.GetShelf\.json:\d+:\d+ shelf\.title is required, but absent/,
        );
        assert.match(
          error.message,
          /shelf\.heading is not a member in the model \(checked against the current model\)/,
        );
        assert.match(error.message, /\d+ \| {7}"heading": "Maps"/);
        return true;
      });
      await writeFile(file, older.replace('"GetShelf"', '"GetChest"'));
      await assert.rejects(server.replay({ fixtures }), /GetChest is not an operation of Library/);
      await writeFile(file, '{ "format": 2 }');
      await assert.rejects(server.replay({ fixtures }), /0002\.GetShelf\.json:1:/);
      assert.equal(server.recording, undefined);
    },
  ),

  "applies overrides and faults before the replay": withRecorder(async ({ library, fixtures }) => {
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
};
