import { describe, expect, it } from "vitest";
import { FetchHandler } from "../../src/browser/fetch-handler.js";

const request = {
  protocol: "https:",
  method: "GET",
  hostname: "api.example.com",
  path: "/",
  query: {},
  headers: {},
};

/**
 * Returns a response whose body consists of the given chunks. The body ends or stalls after them.
 */
function respond(
  chunks: readonly string[],
  { stalls = false, contentType = "text/plain" } = {},
): { readonly customFetch: () => Promise<Response>; readonly canceled: () => boolean } {
  let canceled = false;
  const rest = [...chunks];
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = rest.shift();
        if (next !== undefined) controller.enqueue(new TextEncoder().encode(next));
        else if (stalls) await new Promise(() => {});
        else controller.close();
      },
      cancel: () => {
        canceled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return {
    customFetch: async () => new Response(body, { headers: { "content-type": contentType } }),
    canceled: () => canceled,
  };
}

describe("the handler for fetch", () => {
  it.each([
    ["of the client", { requestTimeout: 50 }, {}],
    ["of the call", {}, { requestTimeout: 50 }],
    ["of the call if it is shorter", { requestTimeout: 60_000 }, { requestTimeout: 50 }],
  ])("ends a stalled body after the requestTimeout %s", async (_, all, call) => {
    const { customFetch, canceled } = respond(["begin"], { stalls: true });
    const { response } = await new FetchHandler({ ...all, customFetch }).handle(request, call);
    await expect(new Response(response.body).text()).rejects.toMatchObject({
      name: "TimeoutError",
      message: "Request did not complete within 50 ms",
    });
    expect(canceled()).toBe(true);
  });

  it("reads a body that does not stall", async () => {
    const { customFetch } = respond(["begin", " and end"]);
    const handler = new FetchHandler({ requestTimeout: 60_000, customFetch });
    const { response } = await handler.handle(request);
    await expect(new Response(response.body).text()).resolves.toBe("begin and end");
  });

  it("does not read a body ahead of a slow caller", async () => {
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
    const handler = new FetchHandler({ requestTimeout: 60_000, customFetch });
    const { response } = await handler.handle(request);
    expect(reads).toBe(0);
    const reader = response.body.getReader();
    await reader.read();
    expect(reads).toBe(1);
    await reader.cancel();
  });

  it.each(["application/vnd.amazon.eventstream", "text/event-stream"])(
    "lets a stream of events pause: %s",
    async (contentType) => {
      const { customFetch } = respond(["event"], { stalls: true, contentType });
      const handler = new FetchHandler({ requestTimeout: 20, customFetch });
      const { response } = await handler.handle(request);
      const reader = response.body.getReader();
      await reader.read();
      const next = reader.read().then(
        () => "more",
        (error: unknown) => String(error),
      );
      const pause = new Promise((resolve) => setTimeout(() => resolve("paused"), 100));
      expect(await Promise.race([next, pause])).toBe("paused");
    },
  );
});
