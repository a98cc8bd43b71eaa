import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { createServer } from "../../../src/entries/index.js";
import type { FaultRule } from "../../../src/entries/index.js";
import { request, weather } from "../../services/weather-service.js";
import type { WeatherHandlers } from "../../services/weather-service.js";

/** Returns the bytes of a socket until it closes, and the error that closed it. */
async function exchange(
  fault: FaultRule,
): Promise<{ received: string; error: string | undefined }> {
  await using server = await createServer<WeatherHandlers>({
    ...weather,
    handlers: { GetForecast: () => ({ chanceOfRain: 0.25 }) },
  }).listen();
  server.faults.add(fault);
  const { headers, body } = request("GetForecast", { city: "Bern" });
  const lines = Object.entries({ ...headers, host: "x", "content-length": String(body.length) });
  return await new Promise((resolve) => {
    let received = "";
    let error: string | undefined;
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write(
        `POST / HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
      );
    });
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("error", (thrown: NodeJS.ErrnoException) => (error = thrown.code));
    socket.on("close", () => resolve({ received, error }));
  });
}

describe("a broken connection", () => {
  it.each(["reset", "dropResponse"] as const)(
    "is reset by the fault %s before any byte is sent",
    async (kind) => {
      expect(await exchange({ kind })).toEqual({ received: "", error: "ECONNRESET" });
    },
  );

  it.each([
    [0, ""],
    [5, '{"cha'],
    [1000, '{"chanceOfRain":0.25'],
  ])(
    "has announced the full length of the body if it breaks after %d bytes",
    async (afterBytes, beginning) => {
      const { received } = await exchange({ kind: "truncate", afterBytes });
      const [head, body] = received.split("\r\n\r\n");
      expect(head).toContain("content-length: 21");
      expect(body).toBe(beginning);
    },
  );
});
