import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { NumericValue } from "@smithy/core/serde";
import type { ClientProtocol, OperationDescription } from "@tinsmith/protocols";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collect, plainBody } from "../../src/http/message-body.js";
import { createServer, ServiceError } from "../../src/entries/index.js";
import type { Server } from "../../src/entries/index.js";
import { Keep$, Pour$, protocols, vault } from "../services/vault-service.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "recording-"));
});
afterEach(() => rm(folder, { recursive: true }));

const keep: OperationDescription = { schema: Keep$, errors: [] };

const thing = {
  name: "lamp",
  size: Number.POSITIVE_INFINITY,
  kept: true,
  at: new Date("2026-11-01T05:00:00.250Z"),
  digits: 123456789012345678901234567890n,
  price: new NumericValue("12345678901234567890.123456789", "bigDecimal"),
  bytes: new Uint8Array([0, 255]),
  tags: ["old", "brass"],
  shelf: { top: 1, bottom: -2.5 },
};

/** Calls a server in process, as a client of the protocol would. */
async function call(server: Server, client: ClientProtocol, input: object) {
  const request = client.writeRequest(keep, input);
  const headers = { host: "vault.example", ...request.headers };
  const { output, error } = await client.readResponse(
    { schema: Keep$, errors: vault(protocolPair("awsJson1_1")[1]).operations[0]?.errors ?? [] },
    await server.handle({ ...request, headers }),
  );
  return output ?? { code: error.code, message: error.message, status: error.statusCode };
}

function protocolPair(name: string) {
  const pair = protocols[name];
  if (!pair) throw new Error(`No protocol ${name}.`);
  return pair;
}

const fixtures = async (): Promise<readonly string[]> =>
  Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), "utf8")));

describe.each(Object.keys(protocols))("a call over %s", (name) => {
  const [client, protocol] = protocolPair(name);

  it("has the same values of every type in the response, the recording and the replay", async () => {
    const real = createServer({
      ...vault(protocol),
      handlers: {
        Keep: (input: typeof thing) => {
          if (input.name !== "void") return input;
          throw new ServiceError({ name: "Missing", $fault: "client", message: "No void." });
        },
      },
    });
    await using listening = await real.listen();
    const front = createServer(vault(protocol));
    const recording = await front.record({ endpoint: listening.url, fixtures: folder });
    const answers = [await call(front, client, thing), await call(front, client, { name: "void" })];
    expect(answers).toEqual([thing, { code: "Missing", message: "No void.", status: 404 }]);
    expect(recording.report()).toMatchObject({ mode: "record", calls: 2, drift: [] });
    await recording.stop();

    const replay = createServer(vault(protocol));
    await replay.replay({ fixtures: folder });
    expect([
      await call(replay, client, thing),
      await call(replay, client, { name: "void" }),
    ]).toEqual(answers);
  });

  it("is recorded without secrets and with its differences from the model", async () => {
    const real = createServer({
      ...vault(protocol),
      handlers: {
        Keep: () => ({ name: "lamp", tags: ["a"], secret: "sesame", seal: { wax: "red" } }),
      },
      hooks: {
        onResponse: (_exchange, answer) => ({ ...answer, body: doctored(answer.body) }),
      },
    });
    await using listening = await real.listen();
    const front = createServer(vault(protocol));
    const recording = await front.record({ endpoint: listening.url, fixtures: folder });
    await call(front, client, { name: "lamp", secret: "sesame", seal: { wax: "red" } });
    const { drift } = recording.report();
    expect(drift).toHaveLength(1);
    expect(drift[0]).toMatchObject({
      kind: "unknownMember",
      operation: "Keep",
      side: "output",
      path: expect.stringMatching(/(?:^|\.)nome$/),
    });
    const [text = ""] = await fixtures();
    expect(text).toContain('"secret": "***"');
    expect(text).not.toMatch(/sesame|wax/);
  });
});

/** Renames a member in a body of any format. The new name has the same length. */
function doctored(body: unknown): Uint8Array {
  const bytes =
    typeof body === "string"
      ? Buffer.from(body)
      : Buffer.from(body instanceof Uint8Array ? body : []);
  return Buffer.from(bytes.toString("latin1").replaceAll("tags", "nome"), "latin1");
}

describe("a recording", () => {
  const [client, protocol] = protocolPair("awsJson1_1");

  it("contains streamed bytes, and replays them", async () => {
    const [restClient, rest] = protocolPair("restJson1");
    const real = createServer({
      ...vault(rest),
      handlers: {
        Pour: ({ name }: { name: string }) => ({ name, content: Buffer.from(`for ${name}`) }),
      },
    });
    await using listening = await real.listen();
    const front = createServer(vault(rest));
    const recording = await front.record({ endpoint: listening.url, fixtures: folder });
    const pour: OperationDescription = { schema: Pour$, errors: [] };
    const request = () =>
      restClient.writeRequest(pour, { name: "ink", content: Buffer.from("poured") });
    const bodyOf = async (server: Server) => {
      const { body = "" } = await server.handle(request());
      const bytes = plainBody(body);
      return Buffer.from(
        bytes instanceof Uint8Array ? bytes : await collect(bytes ?? new Blob([])),
      ).toString();
    };
    expect(await bodyOf(front)).toBe("for ink");
    await recording.stop();
    await front.replay({ fixtures: folder });
    expect(await bodyOf(front)).toBe("for ink");
    expect(await fixtures()).toEqual([
      expect.stringContaining(Buffer.from("poured").toString("base64")),
    ]);
  });

  it("contains the decompressed response, while the client receives the compressed one", async () => {
    await using real = await createServer({
      ...vault(protocol),
      handlers: { Keep: (input: object) => input },
      hooks: {
        onResponse: (_exchange, answer) => ({
          ...answer,
          headers: { ...answer.headers, "content-encoding": "gzip" },
          body: gzipSync(String(answer.body)),
        }),
      },
    }).listen();
    const front = createServer(vault(protocol));
    const recording = await front.record({ endpoint: real.url, fixtures: folder });
    const { headers, body } = await front.handle(client.writeRequest(keep, { name: "lamp" }));
    expect(headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(body instanceof Uint8Array ? body : "").toString()).toBe('{"name":"lamp"}');
    expect(recording.report()).toMatchObject({ calls: 1, drift: [] });
  });

  it("reports an unreadable response, while the client receives the response unchanged", async () => {
    await using real = await createServer({
      ...vault(protocol),
      handlers: { Keep: (input: object) => input },
      hooks: { onResponse: (_exchange, answer) => ({ ...answer, body: '{"name":"la' }) },
    }).listen();
    const front = createServer(vault(protocol));
    const recording = await front.record({ endpoint: real.url, fixtures: folder });
    const answer = await front.handle(client.writeRequest(keep, { name: "lamp" }));
    expect(String(Buffer.from(answer.body instanceof Uint8Array ? answer.body : ""))).toBe(
      '{"name":"la',
    );
    expect(recording.report()).toMatchObject({
      calls: 0,
      drift: [{ kind: "unreadable", operation: "Keep", side: "output" }],
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it("is replayed for calls that differ only in ignored members", async () => {
    await using real = await createServer({
      ...vault(protocol),
      handlers: { Keep: ({ name }: { name: string }) => ({ name }) },
    }).listen();
    const front = createServer(vault(protocol));
    const recording = await front.record({ endpoint: real.url, fixtures: folder });
    const at = new Date("2026-11-01T05:00:00Z");
    await call(front, client, { name: "lamp", at, shelf: { top: 1, low: 2 } });
    await recording.stop();
    await front.replay({ fixtures: folder, ignore: ["at", "shelf.top"] });
    const other = { name: "lamp", at: new Date(), shelf: { top: 9, low: 2 } };
    expect(await call(front, client, other)).toEqual({ name: "lamp" });
    expect(await call(front, client, { ...other, shelf: { top: 9, low: 3 } })).toMatchObject({
      code: "NoFixture",
      message: expect.stringContaining("0001.Keep.json: /shelf/low is 3, expected 2."),
    });
  });

  it("is refused with path, location and member if a newer model does not allow it, and replayed once it is corrected", async () => {
    await using real = await createServer({
      ...vault(protocol),
      handlers: { Keep: (input: object) => input },
    }).listen();
    const front = createServer(vault(protocol));
    const recording = await front.record({ endpoint: real.url, fixtures: folder });
    await call(front, client, { name: "lamp", size: 3 });
    await recording.stop();
    const newer = createServer(vault(protocol, true));
    await expect(newer.replay({ fixtures: folder })).rejects.toThrow(
      /0001\.Keep\.json:\d+:\d+ size is not a member in the model \(checked against the current model\)\. \(at output\.size\)/,
    );
    const file = join(folder, "0001.Keep.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/("output": \{[^}]*)"size"/, '$1"extent"'));
    await newer.replay({ fixtures: folder });
    await expect(
      newer.handle(client.writeRequest(keep, { name: "lamp", size: 3 })),
    ).resolves.toMatchObject({
      statusCode: 200,
    });
  });
});
