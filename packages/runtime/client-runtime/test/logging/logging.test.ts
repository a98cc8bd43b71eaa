import { awsJson1_1 } from "@tinsmith/protocols/aws-json";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { rpcv2Cbor } from "@tinsmith/protocols/rpcv2-cbor";
import type { RequestSigner } from "@smithy/types";
import { describe, expect, it } from "vitest";
import type {
  HttpHandler,
  ServiceClientConfig,
  SigV4Config,
} from "../../src/entries/generated-v1/index.js";
import { logging } from "../../src/entries/logging.js";
import type { LoggingOptions } from "../../src/entries/logging.js";
import { PingCommand, PutSecretCommand, vaultClient } from "../vault-service.js";
import type { PutSecretInput } from "../vault-service.js";

const MASK = "***SensitiveInformation***";

/** Whatever of these is in a log is a leak. */
const secrets = {
  Name: "name/with/s3cret",
  Account: "acc0unt-secret",
  Pin: "p1n secret",
  Label: "l4bel-secret",
  Value: "v4lue-secret",
  secretAccessKey: "wJalrXUtnFEMI-KEY",
  sessionToken: "s3ssion/token=",
  accessKeyId: "AKIDSECRET",
  Receipt: "rec3ipt-secret",
  Answer: "answ3r-secret",
  Owner: "0wner-secret",
};

const input: PutSecretInput = {
  Name: secrets.Name,
  Account: secrets.Account,
  Pin: secrets.Pin,
  Code: "plain-code",
  Labels: { a: secrets.Label },
  Value: secrets.Value,
  Note: "plain note",
};

type Answer = { statusCode?: number; headers?: Record<string, string>; body: unknown };

async function loggedBy(
  options: LoggingOptions,
  answer: Answer,
  call: "PutSecret" | "Ping" = "PutSecret",
  protocol = restJson1,
  more: ServiceClientConfig & SigV4Config = {},
) {
  const lines: string[] = [];
  const line =
    (level: string) =>
    (...content: unknown[]): void =>
      void lines.push(`${level}: ${content.join(" ")}`);
  const logger = {
    trace: line("trace"),
    debug: line("debug"),
    info: line("info"),
    warn: line("warn"),
    error: line("error"),
  };
  const handler: HttpHandler = {
    handle: async () => ({
      response: {
        statusCode: answer.statusCode ?? 200,
        headers: { ...answer.headers },
        body: answer.body,
      },
    }),
  };
  const Client = vaultClient(protocol);
  const client = new Client({
    region: "us-east-1",
    credentials: {
      accessKeyId: secrets.accessKeyId,
      secretAccessKey: secrets.secretAccessKey,
      sessionToken: secrets.sessionToken,
    },
    requestHandler: handler,
    maxAttempts: 1,
    ...more,
    plugins: [logging({ logger, ...options })],
  });
  const sent: Promise<unknown> =
    call === "Ping"
      ? client.send(new PingCommand({ Text: "hello" }))
      : client.send(new PutSecretCommand(input));
  const outcome = await sent.catch((error: unknown) => error);
  return { text: lines.join("\n"), lines, outcome };
}

const leaks = (text: string): readonly string[] =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    text.includes(secret) || text.includes(encodeURIComponent(secret)) ? [name] : [],
  );

const json = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe("the line of a call", () => {
  it("says client, status, seconds, retries, and what was asked", async () => {
    const { lines } = await loggedBy({}, { body: json({ Text: "hello" }) }, "Ping");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^info: \[VaultClient 200 \d+\.\d\d 0 retries\] Ping\(\{ Text: "hello" \}\)$/,
    );
  });

  it("says which error there was", async () => {
    const answer = {
      statusCode: 400,
      headers: { "x-amzn-errortype": "SlowException" },
      body: json({ message: "not so fast" }),
    };
    const { lines } = await loggedBy({}, answer, "Ping");
    expect(lines[0]).toMatch(
      /^info: \[VaultClient 400 \d+\.\d\d 0 retries\] Ping\(\{ Text: "hello" \}\) SlowException not so fast$/,
    );
  });

  it("has no status where there was no response", async () => {
    const { lines } = await loggedBy({}, { body: json({}) }, "Ping", restJson1, {
      region: async () => {
        throw new Error("no region");
      },
    });
    expect(lines[0]).toContain("[VaultClient - ");
    expect(lines[0]).toContain("Error no region");
  });

  it("has the level that is asked for", async () => {
    const { lines } = await loggedBy({ logLevel: "warn" }, { body: json({}) }, "Ping");
    expect(lines[0]).toMatch(/^warn: /);
  });

  it("is written by the formatter, if there is one", async () => {
    const { lines } = await loggedBy(
      { logFormatter: ({ operationName, retries }) => `${operationName} ${retries}` },
      { body: json({}) },
      "Ping",
    );
    expect(lines).toEqual(["info: Ping 0"]);
  });

  it("masks sensitive members", async () => {
    const { text } = await loggedBy({}, { body: json({}) });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`Value: "${MASK}"`);
    expect(text).toContain('Note: "plain note"');
  });

  it("masks sensitive values that the service repeats in its message", async () => {
    const answer = {
      statusCode: 400,
      headers: { "x-amzn-errortype": "BadValue" },
      body: json({ message: `${secrets.Value} will not do` }),
    };
    const { text, outcome } = await loggedBy({}, answer);
    expect(outcome).toMatchObject({ message: `${secrets.Value} will not do` });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`BadValue ${MASK} will not do`);
  });
});

describe("the wire trace", () => {
  const trace = { httpWireTrace: true };

  it("shows what was sent and what came back", async () => {
    const { text } = await loggedBy(
      trace,
      { headers: { "x-amzn-requestid": "r-1" }, body: json({ Text: "hi" }) },
      "Ping",
    );
    expect(text).toContain("--> POST https://vault.example.com/v1/ping\n");
    expect(text).toContain("--> content-type: application/json\n");
    expect(text).toContain('--> {"Text":"hello"}');
    expect(text).toContain('<-- 200\n<-- x-amzn-requestid: r-1\n<--\n<-- {"Text":"hi"}');
  });

  it("leaves the response readable, stream or not", async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"Text":');
      yield new TextEncoder().encode('"hi"}');
    }
    const bodies = [chunks(), '{"Text":"hi"}', new Blob(['{"Text":"hi"}']), json({ Text: "hi" })];
    for (const body of [...bodies, new Blob(['{"Text":"hi"}']).stream()]) {
      const { text, outcome } = await loggedBy(trace, { body }, "Ping");
      expect(outcome).toMatchObject({ Text: "hi" });
      expect(text).toContain('<-- {"Text":"hi"}');
    }
  });

  it("is silent unless it is asked for", async () => {
    const { text } = await loggedBy({}, { body: json({}) }, "Ping");
    expect(text).not.toContain("-->");
  });

  it("has neither credentials nor signature", async () => {
    const { text } = await loggedBy(trace, { body: json({}) }, "Ping");
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`authorization: ${MASK}`);
    expect(text).toContain(`x-amz-security-token: ${MASK}`);
    expect(text).not.toMatch(/Signature=[0-9a-f]{8}/);
  });

  it("has no sensitive member, wherever HTTP has it: path, query, headers, body", async () => {
    const answer = {
      headers: { "x-receipt": secrets.Receipt, "set-cookie": "session=1" },
      body: json({ Value: secrets.Answer, Version: 7 }),
    };
    const { text, outcome } = await loggedBy(trace, answer);
    expect(outcome).toMatchObject({ Receipt: secrets.Receipt, Value: secrets.Answer, Version: 7 });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain("code=plain-code");
    expect(text).toContain(`pin=${MASK}`);
    expect(text.toLowerCase()).toContain(`x-account: ${MASK}`.toLowerCase());
    expect(text.toLowerCase()).toContain(`x-label-a: ${MASK}`.toLowerCase());
    expect(text).toContain('Note: "plain note"');
    expect(text).toContain("Version: 7");
    expect(text).toContain(`set-cookie: ${MASK}`);
  });

  it("has none of an error's, and nothing of a body that cannot be understood", async () => {
    const headers = { "x-amzn-errortype": "LockedException" };
    const body = json({ message: "locked", Owner: secrets.Owner });
    const locked = await loggedBy(trace, { statusCode: 423, headers, body });
    expect(leaks(locked.text)).toEqual([]);
    expect(locked.text).toContain("LockedException");
    expect(locked.text).toContain('message: "locked"');
    const odd = await loggedBy(trace, { body: `<html>${secrets.Answer}` });
    expect(leaks(odd.text)).toEqual([]);
    expect(odd.text).toContain("withheld");
    const unknown = await loggedBy(trace, {
      statusCode: 400,
      headers: { "x-amzn-errortype": "Other" },
      body: json({ Owner: secrets.Owner }),
    });
    expect(leaks(unknown.text)).toEqual([]);
  });

  it.each([
    ["awsJson1_1", awsJson1_1],
    ["rpcv2Cbor", rpcv2Cbor],
  ])("has no sensitive member with %s either", async (_, protocol) => {
    const { text } = await loggedBy(trace, { body: new Uint8Array([0xff]) }, "PutSecret", protocol);
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`Value: "${MASK}"`);
  });

  it("has no presigned query", async () => {
    const signer: RequestSigner = {
      sign: async (request) => ({
        ...request,
        query: {
          "X-Amz-Date": "20261101T050000Z",
          "X-Amz-Signature": "0123456789abcdef",
          "X-Amz-Credential": "someone/20261101/us-east-1/vault/aws4_request",
          "X-Amz-Security-Token": "temporary",
        },
      }),
    };
    const { text } = await loggedBy(trace, { body: json({}) }, "Ping", restJson1, { signer });
    expect(text).toContain(
      `/v1/ping?X-Amz-Date=20261101T050000Z&X-Amz-Signature=${MASK}&X-Amz-Credential=${MASK}&X-Amz-Security-Token=${MASK}`,
    );
  });

  it("has nothing that the call is signed with, wherever a signer puts it", async () => {
    const signer: RequestSigner = {
      sign: async (request) => ({
        ...request,
        headers: { ...request.headers, "x-own-scheme": `key ${secrets.sessionToken}` },
      }),
    };
    const { text } = await loggedBy(trace, { body: json({}) }, "Ping", restJson1, { signer });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`x-own-scheme: key ${MASK}`);
  });
});
