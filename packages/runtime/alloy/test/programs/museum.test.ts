import { Duplicate, Gone, Museum, RoomFull } from "@museum/client";
import type { AddExhibitCommandInput, ChangeExhibitCommandInput } from "@museum/client";
import { stubResponses } from "@museum/client/stubs";
import * as mock from "@museum/mock-server";
import { loadProject } from "@tinsmith/codegen/project";
import { defineClient } from "@tinsmith/dynamic-client";
import type { DynamicClientClass } from "@tinsmith/dynamic-client";
import { protocols } from "@tinsmith/alloy/dynamic";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { configPath } from "../generated-packages.js";

const id = "51216269-c0c8-454a-871e-329513e54e23";
const painting: AddExhibitCommandInput = {
  id,
  kind: { painting: { artist: "Rembrandt", year: 1642 } },
};

const changes: ChangeExhibitCommandInput[] = [];
const handlers: mock.MuseumHandlers = {
  AddExhibit: ({ kind, notes = {}, condition }) => {
    if (condition === "twice") throw new mock.Duplicate({ message: "twice" });
    if (condition === "full") throw new mock.RoomFull({ message: "", room: "3" });
    return { kind, notes };
  },
  ChangeExhibit: (input) => {
    changes.push(input);
    const { title, room, floor } = input;
    return {
      room,
      ...(title !== undefined && { title }),
      ...(floor !== undefined && { floor }),
    };
  },
  GetLabel: (input) => {
    if (input.id === id) return { label: 'Night "Watch"' };
    throw new mock.Gone({ message: "", since: null });
  },
  Search: () => ({ found: [{ title: "a" }, { other: { b: [1, null] } }] }),
};

let server: Awaited<ReturnType<ReturnType<typeof mock.createMockServer>["listen"]>>;
let DynamicMuseum: DynamicClientClass;
beforeAll(async () => {
  server = await mock.createMockServer({ handlers }).listen();
  const { model } = await loadProject({ configPath });
  if (model === undefined) throw new Error("The example does not load.");
  DynamicMuseum = defineClient(model, { protocols });
});
afterAll(() => server.close());
beforeEach(() => {
  changes.length = 0;
});

const settings = () => ({ endpoint: server.url, maxAttempts: 1 });
const clients: readonly (readonly [string, () => { readonly [method: string]: unknown }])[] = [
  ["a generated client", () => methodsOf(new Museum(settings()))],
  ["a client made at run time", () => methodsOf(new DynamicMuseum(settings()))],
];

/** The methods of a client, with the inputs that the test uses. */
function methodsOf(client: object) {
  return Object.fromEntries(
    ["addExhibit", "changeExhibit", "getLabel", "search"].map((name) => [
      name,
      (input: object): Promise<unknown> => Reflect.get(client, name).call(client, input),
    ]),
  );
}

describe.each(clients)("%s and a generated server", (_, connect) => {
  const call = (name: string, input: object): Promise<unknown> => {
    const method = connect()[name];
    return typeof method === "function" ? method(input) : Promise.reject(new Error(name));
  };

  it("exchange discriminated unions and unknown properties", async () => {
    const notes = { loan: null, rooms: [1, 2] };
    expect(await call("addExhibit", { ...painting, notes })).toMatchObject({
      kind: painting.kind,
      notes,
      $metadata: { httpStatusCode: 201 },
    });
  });

  it("distinguish null from an absent member", async () => {
    const removed = { title: null, room: null, floor: null };
    expect(await call("changeExhibit", { id, ...removed })).toMatchObject(removed);
    const kept = await call("changeExhibit", { id, room: "3" });
    expect(kept).toMatchObject({ room: "3", floor: 1 });
    expect(kept).not.toHaveProperty("title");
    expect(changes).toEqual([
      { id, ...removed },
      { id, room: "3", floor: 1 },
    ]);
  });

  it("exchange open unions and string payloads", async () => {
    expect(await call("search", { terms: [{ year: 1 }] })).toMatchObject({
      found: [{ title: "a" }, { other: { b: [1, null] } }],
    });
    expect(await call("getLabel", { id })).toMatchObject({ label: 'Night "Watch"' });
  });

  it("understand each other's errors and values outside of an open enum", async () => {
    await expect(call("addExhibit", { ...painting, condition: "twice" })).rejects.toMatchObject({
      name: "Duplicate",
      message: "twice",
      $metadata: { httpStatusCode: 409 },
    });
    await expect(call("addExhibit", { ...painting, condition: "full" })).rejects.toMatchObject({
      name: "RoomFull",
      room: "3",
      $metadata: { httpStatusCode: 500 },
    });
    await expect(call("getLabel", { id: id.replace("5", "6") })).rejects.toMatchObject({
      name: "Gone",
      since: null,
    });
  });

  it("report strings that violate their format", async () => {
    await expect(call("addExhibit", { ...painting, acquired: "1.1.2026" })).rejects.toMatchObject({
      name: "ValidationException",
      fieldList: [{ path: "/acquired" }],
    });
  });
});

describe("the responses of simpleRestJson", () => {
  it("contain the name of an error in two headers", async () => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ id, condition: "twice", kind: { type: "unknown" } });
    const response = await fetch(`${server.url}/exhibits`, { method: "POST", headers, body });
    expect(response.status).toBe(409);
    expect(response.headers.get("x-error-type")).toBe("Duplicate");
    expect(response.headers.get("x-amzn-errortype")).toBe("Duplicate");
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  const received = (statusCode: number, headers: Record<string, string>, body = "{}") =>
    new Museum({
      endpoint: "http://localhost",
      maxAttempts: 1,
      requestHandler: {
        handle: () =>
          Promise.resolve({
            response: { statusCode, headers, body: new TextEncoder().encode(body) },
          }),
      },
    });

  const errors = [
    ["the header", 400, { "X-Error-Type": "museum#Gone" }, "GetLabel", Gone],
    ["the header that AWS defines", 400, { "x-amzn-errortype": "Gone" }, "GetLabel", Gone],
    ["a status that only this error has", 410, {}, "GetLabel", Gone],
    [
      "the class of its status if only this server error has no status",
      503,
      {},
      "AddExhibit",
      RoomFull,
    ],
    ["its status if the operation has several errors", 409, {}, "AddExhibit", Duplicate],
  ] as const;

  it.each(errors)("identify an error by %s", async (_, statusCode, headers, operation, type) => {
    const client = received(statusCode, headers);
    const call = operation === "GetLabel" ? client.getLabel({ id }) : client.addExhibit(painting);
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(type);
  });

  it("do not identify an error if several errors have the same status", async () => {
    const error: unknown = await received(404, {})
      .getLabel({ id })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "Unknown", $metadata: { httpStatusCode: 404 } });
  });

  it("keep unknown members of discriminated and untagged unions", async () => {
    const client = received(201, {}, '{"kind":{"type":"fossil","age":7}}');
    expect(await client.addExhibit(painting)).toMatchObject({
      kind: { $unknown: ["fossil", { age: 7 }] },
    });
  });
});

describe("stubs of a generated client", () => {
  it("respond in the protocol", async () => {
    const client = new Museum({ endpoint: "http://localhost" });
    stubResponses(client, { GetLabel: { label: "x" } });
    expect(await client.getLabel({ id })).toMatchObject({ label: "x" });
  });
});

describe("a mock server without handlers", () => {
  it("returns samples that have the formats of the model", async () => {
    const front = await mock.createMockServer().listen();
    try {
      const client = new Museum({ endpoint: front.url, maxAttempts: 1 });
      expect(await client.addExhibit(painting)).toHaveProperty("kind");
      expect(await client.search({ terms: [] })).toHaveProperty("found");
    } finally {
      await front.close();
    }
  });
});
