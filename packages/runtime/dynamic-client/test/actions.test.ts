import type { HttpHandler } from "@tinsmith/client-runtime";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { defineClient } from "../src/index.js";

const { model } = loadModel([
  {
    path: "shelf.smithy",
    text: `$version: "2"
namespace example.shelf
use aws.protocols#awsJson1_0
use smithy.waiters#waitable
@awsJson1_0
@paginated(inputToken: "next", outputToken: "page.next", pageSize: "limit")
service Shelf { version: "1", operations: [ListBooks, GetBook] }

@paginated(items: "page.books")
operation ListBooks {
    input := { next: String, limit: Integer }
    output := { page: Page }
}
structure Page { next: String, books: Books }
list Books { member: String }

@waitable(BookReady: {
    minDelay: 1, maxDelay: 2
    acceptors: [
        { state: "success", matcher: { output: { path: "pages[].state", expected: "done", comparator: "allStringEquals" } } }
        { state: "success", matcher: { inputOutput: { path: "output.title == input.title", expected: "true", comparator: "booleanEquals" } } }
        { state: "failure", matcher: { output: { path: "pages[].state", expected: "torn", comparator: "anyStringEquals" } } }
        { state: "failure", matcher: { errorType: "Gone" } }
    ]
})
operation GetBook {
    input := { title: String }
    output := { title: String, pages: Sheets }
    errors: [Lost]
}
list Sheets { member: Sheet }
structure Sheet { state: String }
@error("client") structure Lost { message: String }
`,
  },
]);
if (!model) throw new Error("The model does not load.");
const Shelf = defineClient(model);

/**
 * Creates a client that receives the given responses in order. A string is the name of an error.
 */
function shelf(...responses: readonly (object | string)[]) {
  const sent: unknown[] = [];
  const requestHandler: HttpHandler = {
    handle: async ({ body }) => {
      const response = responses[sent.length] ?? {};
      sent.push(JSON.parse(String(body)));
      const isError = typeof response === "string";
      const text = JSON.stringify(isError ? { __type: response } : response);
      return {
        response: {
          statusCode: isError ? 400 : 200,
          headers: {},
          body: new TextEncoder().encode(text),
        },
      };
    },
  };
  const client = new Shelf({ endpoint: "https://shelf.example", maxAttempts: 1, requestHandler });
  return { client, sent };
}

describe("a paginator of a dynamic client", () => {
  const pages = [{ page: { next: "2", books: ["a", "b"] } }, { page: { books: ["c"] } }];

  it("iterates over pages with the settings of the service", async () => {
    const { client, sent } = shelf(...pages);
    const seen: unknown[] = [];
    const paginator = Shelf.paginators["ListBooks"]?.({ client, pageSize: 2 }, {});
    for await (const { page } of paginator ?? []) seen.push(page);
    expect(seen).toEqual(pages.map(({ page }) => page));
    expect(sent).toEqual([{ limit: 2 }, { limit: 2, next: "2" }]);
  });

  it("iterates over the items of all pages", async () => {
    const { client } = shelf(...pages);
    const items: unknown[] = [];
    for await (const item of Shelf.paginators["ListBooks"]?.({ client }).items() ?? []) {
      items.push(item);
    }
    expect(items).toEqual(["a", "b", "c"]);
  });

  it("exists only for paginated operations", () => {
    expect(Object.keys(Shelf.paginators)).toEqual(["ListBooks"]);
  });
});

describe("a waiter of a dynamic client", () => {
  const wait = (...responses: readonly (object | string)[]) =>
    Shelf.waiters["BookReady"]?.waitFor(
      { client: shelf(...responses).client, maxWaitTime: 10 },
      { title: "t" },
    );

  it.each([
    ["SUCCESS", "all items of a list", { pages: [{ state: "done" }, { state: "done" }] }],
    ["SUCCESS", "an input and an output", { title: "t" }],
    ["FAILURE", "one item of a list", { pages: [{ state: "done" }, { state: "torn" }] }],
    ["FAILURE", "an error", "Gone"],
  ])("ends with %s if an acceptor matches %s", async (state, _, response) => {
    expect(await wait(response)).toMatchObject({ state });
  });

  it("repeats the call until an acceptor matches", async () => {
    const { client, sent } = shelf({ pages: [] }, { title: "t" });
    const config = { client, maxWaitTime: 10 };
    await Shelf.waiters["BookReady"]?.waitUntil(config, { title: "t" });
    expect(sent).toHaveLength(2);
  });

  it("throws an error on failure", async () => {
    const { client } = shelf("Gone");
    const waited = Shelf.waiters["BookReady"]?.waitUntil({ client, maxWaitTime: 10 });
    await expect(waited).rejects.toThrow("FAILURE");
  });
});
