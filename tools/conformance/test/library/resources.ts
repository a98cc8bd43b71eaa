// A program as a user of the generated library packages would write it. `library.test.ts` generates
// the packages, and then type-checks and bundles the program.
import assert from "node:assert/strict";
import { BookAlreadyThere, Colour, Library, ThereIsNone } from "@example/library-client";
import * as mock from "@example/library-mock-server";
import * as fc from "fast-check";

/** Runs a check with a client and a server, and closes them. */
const withLibrary =
  (
    check: (library: Library, server: mock.MockServer) => Promise<void>,
    options: mock.MockServerOptions = {},
  ) =>
  async () => {
    const server = await mock.createMockServer(options).listen();
    const library = clientOf(server, "AKIDLIBRARY");
    try {
      await check(library, server);
    } finally {
      library.destroy();
      await server.close();
    }
  };

const clientOf = (server: mock.MockServer, accessKeyId: string): Library =>
  new Library({
    endpoint: server.url,
    region: "eu-central-1",
    credentials: { accessKeyId, secretAccessKey: "secret" },
    maxAttempts: 1,
  });

const isbn = "9783161484100";

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "reads a created resource, whose identifier matches its pattern": withLibrary(async (library) => {
    const builtAt = new Date("2026-11-01T05:00:00Z");
    const { id, serial } = await library.createShelf({ title: "Maps", words: ["old"], builtAt });
    assert.match(id ?? "", /^shelf-[0-9a-f]{8}$/);
    assert.equal(serial?.length, 12);
    const { shelf } = await library.getShelf({ shelfId: id });
    assert.deepEqual(shelf, {
      shelfId: id,
      title: "Maps",
      words: ["old"],
      built: builtAt,
      serial,
    });
  }),

  "returns the input in all members that input and output share": withLibrary(async (library) => {
    const title = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
    const shelf = fc.record(
      {
        title,
        colour: fc.constantFrom(Colour.RED, Colour.GREEN),
        words: fc.array(title, { maxLength: 3 }),
        builtAt: fc.integer({ min: 0, max: 2e9 }).map((second) => new Date(second * 1000)),
      },
      { requiredKeys: ["title"] },
    );
    await fc.assert(
      fc.asyncProperty(shelf, async (input) => {
        const { id, serial } = await library.createShelf(input);
        const { builtAt, ...same } = input;
        const expected = { ...same, ...(builtAt && { built: builtAt }), shelfId: id, serial };
        assert.deepEqual((await library.getShelf({ shelfId: id })).shelf, expected);
      }),
      { numRuns: 50 },
    );
  }),

  "updates only the members of the input": withLibrary(async (library) => {
    const { id: shelfId } = await library.createShelf({ title: "Maps", colour: Colour.RED });
    const updated = await library.updateShelf({ shelfId, title: "Atlases" });
    assert.equal(updated.shelf?.title, "Atlases");
    const { shelf } = await library.getShelf({ shelfId });
    assert.equal(shelf?.title, "Atlases");
    assert.equal(shelf?.colour, "RED");
  }),

  "deletes a resource with its children": withLibrary(async (library) => {
    const { id: shelfId } = await library.createShelf({ title: "Maps" });
    await library.addBook({ shelfId, isbn });
    await library.deleteShelf({ shelfId });
    await assert.rejects(library.getShelf({ shelfId }), ThereIsNone);
    await assert.rejects(library.deleteShelf({ shelfId }), ThereIsNone);
    await assert.rejects(library.getBook({ shelfId, isbn }), ThereIsNone);
  }),

  "returns the model's error for a missing resource, with its required members": withLibrary(
    async (library) => {
      await assert.rejects(library.getShelf({ shelfId: "shelf-12345678" }), (error) => {
        assert.ok(error instanceof ThereIsNone);
        assert.equal(error.$metadata.httpStatusCode, 404);
        assert.equal(error.message, 'Shelf with shelfId "shelf-12345678" does not exist.');
        assert.equal(error.resourceType, "Shelf");
        assert.equal(typeof error.hint, "string");
        return true;
      });
    },
  ),

  "creates no child of a missing resource": withLibrary(async (library) => {
    await assert.rejects(library.addBook({ shelfId: "shelf-12345678", isbn }), {
      name: "ThereIsNone",
      message: 'Shelf with shelfId "shelf-12345678" does not exist.',
    });
  }),

  "returns the model's conflict error for a duplicate identifier": withLibrary(async (library) => {
    const { id: shelfId } = await library.createShelf({ title: "Maps" });
    await library.addBook({ shelfId, isbn, author: "A" });
    await assert.rejects(library.addBook({ shelfId, isbn, author: "B" }), (error) => {
      assert.ok(error instanceof BookAlreadyThere);
      assert.equal(error.isbn, isbn);
      return true;
    });
    assert.equal((await library.getBook({ shelfId, isbn })).book?.author, "A");
  }),

  "returns a generic conflict error if the model has none": withLibrary(async (library) => {
    await library.putLabel({ name: "new", text: "one" });
    await assert.rejects(library.putLabel({ name: "new", text: "two" }), {
      name: "ConflictException",
    });
    assert.equal((await library.getLabel({ name: "new" })).text, "one");
  }),

  "generates members that no input provides, and keeps them": withLibrary(async (library) => {
    const { id: shelfId } = await library.createShelf({ title: "Maps" });
    const { book } = await library.addBook({ shelfId, isbn, cover: new Uint8Array([0, 255]) });
    assert.equal(typeof book?.pages, "number");
    assert.deepEqual((await library.getBook({ shelfId, isbn })).book, book);
    assert.deepEqual(book?.cover, new Uint8Array([0, 255]));
    assert.equal(book?.author, undefined);
  }),

  "lists the children of one parent, with the members of an item": withLibrary(async (library) => {
    const one = (await library.createShelf({ title: "One" })).id ?? "";
    const two = (await library.createShelf({ title: "Two" })).id ?? "";
    await library.addBook({ shelfId: one, isbn });
    assert.deepEqual((await library.listBooks({ shelfId: one })).isbns, [isbn]);
    assert.deepEqual((await library.listBooks({ shelfId: two })).isbns, []);
    assert.deepEqual((await library.listShelves()).found?.shelves, [
      { key: one, title: "One" },
      { key: two, title: "Two" },
    ]);
  }),

  "paginates with the requested size, and skips nothing after a deletion": withLibrary(
    async (library) => {
      const ids: string[] = [];
      for (const title of ["a", "b", "c", "d", "e"]) {
        ids.push((await library.createShelf({ title })).id ?? "");
      }
      const first = await library.listShelves({ size: 2 });
      assert.deepEqual(
        first.found?.shelves?.map(({ title }) => title),
        ["a", "b"],
      );
      await library.deleteShelf({ shelfId: ids[1] ?? "" });
      const second = await library.listShelves({ size: 2, token: first.token ?? "" });
      assert.deepEqual(
        second.found?.shelves?.map(({ title }) => title),
        ["c", "d"],
      );
      const third = await library.listShelves({ size: 2, token: second.token ?? "" });
      assert.deepEqual(
        third.found?.shelves?.map(({ title }) => title),
        ["e"],
      );
      assert.equal(third.token, undefined);
      await assert.rejects(library.listShelves({ token: "made up" }), {
        name: "ValidationException",
      });
    },
  ),

  "creates one resource for repeated calls with the same token": withLibrary(async (library) => {
    const input = { title: "Maps", clientToken: "token-1" };
    const { id } = await library.createShelf(input);
    assert.equal((await library.createShelf(input)).id, id);
    assert.equal((await library.listShelves()).found?.shelves?.length, 1);
  }),

  "uses an example as the template of a new resource, and as the output without one": withLibrary(
    async (library) => {
      assert.equal((await library.getShelf({ shelfId: "shelf-0000ffff" })).shelf?.title, "Old");
      const { id: shelfId } = await library.createShelf({ title: "First" });
      assert.equal(shelfId, "shelf-00000001");
      assert.equal((await library.getShelf({ shelfId })).shelf?.serial, "SERIAL-00001");
      assert.notEqual((await library.createShelf({ title: "First" })).id, shelfId);
    },
  ),

  "creates the same resources for the same calls on every server": async () => {
    const made: unknown[] = [];
    const run = withLibrary(async (library) => {
      const { id, serial } = await library.createShelf({ title: "Maps" });
      made.push({ id, serial });
    });
    await run();
    await run();
    assert.deepEqual(made[0], made[1]);
  },

  "separates the state by tenant, and dumps, seeds, resets and restores it": withLibrary(
    async (library, server) => {
      server.tenant("AKIDOTHER");
      const other = clientOf(server, "AKIDOTHER");
      const { id: shelfId } = await library.createShelf({ title: "Maps" });
      await library.addBook({ shelfId, isbn, note: "hush", cover: new Uint8Array([1]) });
      await assert.rejects(other.getShelf({ shelfId }), ThereIsNone);
      const control = (path: string, init?: RequestInit) =>
        fetch(`${server.url}/_mock${path}`, init);
      const state = await (await control("/state")).json();
      assert.equal(JSON.stringify(state).includes('"note":"hush"'), true);
      const boundary = server.boundary();
      await library.deleteShelf({ shelfId });
      boundary[Symbol.dispose]?.();
      assert.equal((await library.getShelf({ shelfId })).shelf?.title, "Maps");
      server.reset();
      await assert.rejects(library.getShelf({ shelfId }), ThereIsNone);
      server.tenant("default").seed(state);
      const { book } = await library.getBook({ shelfId, isbn });
      assert.deepEqual([book?.note, book?.cover], ["hush", new Uint8Array([1])]);
      assert.throws(() => server.tenant("default").seed({ Shelf: [{ title: "x" }] }), {
        message: "An instance of Shelf lacks the identifier shelfId.",
      });
      assert.throws(() => server.tenant("default").seed({ Shop: [] }), /Unknown resource "Shop"/);
      other.destroy();
    },
  ),

  "prefers a custom handler": withLibrary(
    async (library) => {
      const { shelf } = await library.getShelf({ shelfId: "shelf-12345678" });
      assert.equal(shelf?.title, "Mine");
    },
    {
      handlers: {
        GetShelf: ({ shelfId }) => ({ shelf: { shelfId, title: "Mine", serial: "123456789012" } }),
      },
    },
  ),

  "keeps no resources with keepResources: false": withLibrary(
    async (library) => {
      const { shelf } = await library.getShelf({ shelfId: "shelf-12345678" });
      assert.equal(typeof shelf?.title, "string");
    },
    { keepResources: false },
  ),
};
