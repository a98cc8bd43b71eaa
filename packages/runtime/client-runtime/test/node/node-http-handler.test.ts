import { describe, expect, it } from "vitest";
import { HttpRequest } from "../../src/http/http-request.js";
import { NodeHttpHandler } from "../../src/node/node-http-handler.js";
import { stalledServer } from "../stalled-server.js";

const port = stalledServer();

const request = (path: string) =>
  new HttpRequest({ protocol: "http:", hostname: "127.0.0.1", port: port(), path });

async function read(body: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const chunk of body) text += String(chunk);
  return text;
}

describe("the handler for node:https", () => {
  it.each([
    ["of the client", { requestTimeout: 1_000 }, {}],
    ["of the call", {}, { requestTimeout: 1_000 }],
    ["of the call if it is shorter", { requestTimeout: 60_000 }, { requestTimeout: 1_000 }],
  ])(
    "with throwOnRequestTimeout, ends a stalled body after the requestTimeout %s",
    async (_, all, call) => {
      const handler = new NodeHttpHandler({ ...all, throwOnRequestTimeout: true });
      const { response } = await handler.handle(request("/"), call);
      await expect(read(response.body)).rejects.toMatchObject({ name: "TimeoutError" });
      handler.destroy();
    },
  );

  it("removes the timeout of a call from the connection when the call ends", async () => {
    const handler = new NodeHttpHandler({ throwOnRequestTimeout: true });
    const { response } = await handler.handle(request("/end"), { requestTimeout: 10_000 });
    const { socket } = response.body;
    expect(socket.timeout).toBe(10_000);
    const before = socket.listenerCount("timeout");
    await expect(read(response.body)).resolves.toBe("begin and end");
    expect(socket.timeout).not.toBe(10_000);
    expect(socket.listenerCount("timeout")).toBeLessThan(before);
    handler.destroy();
  });
});
