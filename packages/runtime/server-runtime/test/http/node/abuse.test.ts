import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "../../../src/entries/index.js";
import type { Server } from "../../../src/entries/index.js";
import { weather } from "../../services/weather-service.js";
import type { WeatherHandlers } from "../../services/weather-service.js";

/**
 * The number of bad requests of all kinds. Releases are tested with `ABUSE=10000`; otherwise, a
 * tenth of this is enough.
 */
const total = Number(process.env["ABUSE"] ?? 1000);
const atATime = 300;

const head = (length: number | string, more = "") =>
  "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-amz-json-1.1\r\n" +
  `x-amz-target: Weather.GetForecast\r\ncontent-length: ${length}\r\n${more}\r\n`;
const good = '{"city":"Bern"}';
const request = (body = good) => `${head(Buffer.byteLength(body))}${body}`;

interface Abuse {
  readonly name: string;
  /**
   * Abuses the connection. The server closes the connection; otherwise, the test closes it after a
   * while.
   */
  run(socket: Socket): void;
  /** Matches the allowed responses. The server may also close the connection without a response. */
  readonly answers: RegExp;
}

const kinds: readonly Abuse[] = [
  {
    name: "slow headers",
    run: (socket) => void socket.write("POST / HTTP/1.1\r\nhost: x\r\nx-slow: "),
    answers: /^$/,
  },
  {
    name: "a slow body",
    run: (socket) => void socket.write(`${head(100)}{"ci`),
    answers: /^$/,
  },
  {
    name: "a body with a length over the limit",
    run: (socket) => void socket.write(`${head(10_000_000)}{`),
    answers: /^HTTP\/1\.1 413 /,
  },
  {
    name: "a body in chunks that becomes too large",
    run: (socket) => {
      socket.write("POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
      for (let chunk = 0; chunk < 4; chunk++) socket.write(`800\r\n${"x".repeat(2048)}\r\n`);
    },
    answers: /^HTTP\/1\.1 413 /,
  },
  {
    name: "headers that are too large",
    run: (socket) => void socket.write(`GET / HTTP/1.1\r\nx: ${"y".repeat(8000)}\r\n\r\n`),
    answers: /^HTTP\/1\.1 431 /,
  },
  {
    name: "no HTTP",
    run: (socket) => void socket.write("\u0016\u0003\u0001 hello\r\n\r\n"),
    answers: /^HTTP\/1\.1 400 /,
  },
  {
    name: "an invalid length",
    run: (socket) => void socket.write(head("many")),
    answers: /^HTTP\/1\.1 400 /,
  },
  {
    name: "two lengths",
    run: (socket) => void socket.write(head(3, "transfer-encoding: chunked\r\n")),
    answers: /^HTTP\/1\.1 400 /,
  },
  {
    name: "a body that does not match the model",
    run: (socket) => void socket.end(request('{"city":[{}]}')),
    answers: /^(HTTP\/1\.1 400 |$)/,
  },
  {
    name: "half a connection",
    run: (socket) => void socket.end(`${head(100)}half`),
    answers: /^(HTTP\/1\.1 400 |$)/,
  },
  {
    name: "a connection that is reset",
    run: (socket) => {
      socket.write(`${head(100)}half`);
      setTimeout(() => socket.resetAndDestroy(), 5);
    },
    answers: /^$/,
  },
  {
    name: "pipelined requests, the last one broken",
    run: (socket) => void socket.write(`${request().repeat(5)}nonsense\r\n\r\n`),
    answers: /^(HTTP\/1\.1 200 [^]*){0,5}HTTP\/1\.1 400 |^(HTTP\/1\.1 200 [^]*){1,5}$|^$/,
  },
];

/** Runs one connection to its end, and returns the response of the server. */
const abuse = (port: number, { run }: Abuse): Promise<string> =>
  new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => run(socket));
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
  });

describe("a server under abuse", () => {
  const failures: unknown[] = [];
  let server: Server<WeatherHandlers>;
  beforeAll(async () => {
    server = await createServer<WeatherHandlers>({
      ...weather,
      handlers: { GetForecast: ({ city }) => ({ chanceOfRain: city.length / 10 }) },
      onUnexpectedError: (error) => failures.push(error),
      maxBodyBytes: 4096,
      maxHeaderBytes: 4096,
      headersTimeoutMs: 300,
      requestTimeoutMs: 500,
      keepAliveTimeoutMs: 300,
    }).listen();
  });
  afterAll(() => server.close());

  const ask = async () => {
    const response = await fetch(server.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "Weather.GetForecast",
      },
      body: good,
    });
    return [response.status, await response.json()];
  };

  it(
    `keeps responding during ${total} bad requests, ${atATime} at a time`,
    async () => {
      const waiting = Array.from({ length: total }, (_, index) => index);
      const wrong: string[] = [];
      const meanwhile: unknown[] = [];
      const before = process.memoryUsage().rss;
      const worker = async (): Promise<void> => {
        for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
          const kind = kinds[index % kinds.length];
          if (!kind) continue;
          const answer = await abuse(server.port, kind);
          const status = answer.split("\r\n")[0] ?? "";
          // The time limits are so short that any request may be too late on a busy machine.
          const isLate = status.includes(" 408 ");
          if (!isLate && !kind.answers.test(answer)) wrong.push(`${kind.name}: ${status}`);
          if (/ 5\d\d /.test(status) || /\bat .*\.[jt]s:\d/.test(answer)) wrong.push(answer);
          if (index % 50 === 0) meanwhile.push(await ask());
        }
      };
      await Promise.all(Array.from({ length: atATime }, worker));
      expect(wrong).toEqual([]);
      expect(failures).toEqual([]);
      expect(meanwhile).toEqual(
        Array.from({ length: Math.ceil(total / 50) }, () => [200, { chanceOfRain: 0.4 }]),
      );
      expect(await ask()).toEqual([200, { chanceOfRain: 0.4 }]);
      expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    },
    total * 60,
  );
});
