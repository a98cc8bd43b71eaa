import { describe, expect, it } from "vitest";
import { FetchHandler } from "../../src/browser/fetch-handler.js";
import { stalledServer } from "../stalled-server.js";

const port = stalledServer();

const request = (path: string) => ({
  protocol: "http:",
  method: "GET",
  hostname: "127.0.0.1",
  port: port(),
  path,
  query: {},
  headers: {},
});

describe("the handler for fetch", () => {
  it.each([
    ["of the client", { requestTimeout: 100 }, {}],
    ["of the call", {}, { requestTimeout: 100 }],
    ["of the call, which is shorter,", { requestTimeout: 60_000 }, { requestTimeout: 100 }],
  ])("ends a body that stalls after the requestTimeout %s", async (_, all, call) => {
    const { response } = await new FetchHandler(all).handle(request("/"), call);
    await expect(new Response(response.body).text()).rejects.toMatchObject({
      name: "TimeoutError",
      message: "Request did not complete within 100 ms",
    });
  });

  it("reads a body whose pauses are shorter than the requestTimeout", async () => {
    const { response } = await new FetchHandler({ requestTimeout: 10_000 }).handle(request("/end"));
    await expect(new Response(response.body).text()).resolves.toBe("begin and end");
  });

  it("does not count the time in which nobody reads the body", async () => {
    let reads = 0;
    const source = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          reads++;
          controller.enqueue(new Uint8Array(1));
        },
      },
      { highWaterMark: 0 },
    );
    const customFetch = async () => new Response(source);
    const handler = new FetchHandler({ requestTimeout: 10_000, customFetch });
    const { response } = await handler.handle(request("/"));
    expect(reads).toBe(0);
    const reader = response.body.getReader();
    await reader.read();
    expect(reads).toBe(1);
    await reader.cancel();
  });

  it("lets streams of events pause", async () => {
    const handler = new FetchHandler({ requestTimeout: 20 });
    const { response } = await handler.handle(request("/events"));
    const reader = response.body.getReader();
    await reader.read();
    const next = reader.read().then(
      () => "more",
      (error: unknown) => String(error),
    );
    const pause = new Promise((resolve) => setTimeout(() => resolve("paused"), 100));
    expect(await Promise.race([next, pause])).toBe("paused");
    await reader.cancel();
  });
});
