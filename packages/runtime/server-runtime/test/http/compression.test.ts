import { gzipSync } from "node:zlib";
import type { HttpResponseMessage } from "@tinsmith/protocols";
import { awsQuery } from "@tinsmith/protocols/aws-query/server";
import { describe, expect, it } from "vitest";
import { createServer } from "../../src/entries/index.js";
import type { ServiceDescription } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";

const asJson = (body: HttpResponseMessage["body"]) => JSON.parse(String(body));
const compressing = (service: ServiceDescription): ServiceDescription => ({
  ...service,
  operations: service.operations.map((operation) => ({ ...operation, compression: true })),
});
function gzipped(encoding = "gzip") {
  const plain = request("GetForecast", { city: "Oslo" }, { "content-encoding": encoding });
  return { ...plain, body: gzipSync(String(plain.body)) };
}
/** Creates a server that returns the length of the city's name. */
const serve = (service: ServiceDescription, maxBodyBytes = 100) =>
  createServer({
    ...service,
    maxBodyBytes,
    handlers: {
      GetForecast: (input: { city: string }) => ({ chanceOfRain: input.city.length }),
    },
  });

describe("a compressed request", () => {
  it("is decompressed if the operation allows compression", async () => {
    const { statusCode, body } = await serve(compressing(weather)).handle(gzipped());
    expect([statusCode, asJson(body)]).toEqual([200, { chanceOfRain: 4 }]);
  });

  it("has only its other encodings in the header after decompression", async () => {
    const seen: unknown[] = [];
    const [protocol] = weather.protocols;
    if (!protocol) throw new TypeError("The service has no protocol.");
    const readRequest: typeof protocol.readRequest = (operation, message) => {
      seen.push(message.headers["content-encoding"]);
      return protocol.readRequest(operation, message);
    };
    const server = serve({ ...compressing(weather), protocols: [{ ...protocol, readRequest }] });
    await server.handle(gzipped("custom, gzip"));
    await server.handle(gzipped());
    expect(seen).toEqual(["custom", undefined]);
  });

  it("is routed by the operation in its body", async () => {
    const query = { ...compressing(weather), protocols: [awsQuery(weather.service)] };
    const message = { ...gzipped(), headers: { "content-encoding": "gzip" } };
    const body = gzipSync("Action=GetForecast&Version=2006-03-01&city=Oslo");
    expect(await serve(query).handle({ ...message, body })).toMatchObject({
      statusCode: 200,
      body: expect.stringContaining("<chanceOfRain>4</chanceOfRain>"),
    });
  });

  it("is not decompressed for other operations", async () => {
    const { statusCode } = await serve(weather).handle(gzipped());
    expect(statusCode).toBe(400);
  });

  it("is refused if its body is not gzip or exceeds the limit after decompression", async () => {
    const server = serve(compressing(weather));
    const broken = { ...gzipped(), body: new TextEncoder().encode("no gzip") };
    const large = { ...gzipped(), body: gzipSync(JSON.stringify({ city: "x".repeat(101) })) };
    const [first, second] = [await server.handle(broken), await server.handle(large)];
    expect([first.statusCode, asJson(first.body).message]).toEqual([
      400,
      "The body does not match its content encoding.",
    ]);
    expect([second.statusCode, asJson(second.body).message]).toEqual([
      413,
      "The body is larger than 100 bytes.",
    ]);
  });
});
