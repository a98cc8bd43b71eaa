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

/** Values that must not appear in a log. */
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
  StubResponse: "answ3r-secret",
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

type StubResponse = { statusCode?: number; headers?: Record<string, string>; body: unknown };

async function logCall(
  options: LoggingOptions,
  answer: StubResponse,
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

describe("the log line of a call", () => {
  it("contains the client, the status, the seconds, the retries and the input", async () => {
    const { lines } = await logCall({}, { body: json({ Text: "hello" }) }, "Ping");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^info: \[VaultClient 200 \d+\.\d\d 0 retries\] Ping\(\{ Text: "hello" \}\)$/,
    );
  });

  it("contains the name and message of an error", async () => {
    const answer = {
      statusCode: 400,
      headers: { "x-amzn-errortype": "SlowException" },
      body: json({ message: "not so fast" }),
    };
    const { lines } = await logCall({}, answer, "Ping");
    expect(lines[0]).toMatch(
      /^info: \[VaultClient 400 \d+\.\d\d 0 retries\] Ping\(\{ Text: "hello" \}\) SlowException not so fast$/,
    );
  });

  it("has a dash as its status if there was no response", async () => {
    const { lines } = await logCall({}, { body: json({}) }, "Ping", restJson1, {
      region: async () => {
        throw new Error("no region");
      },
    });
    expect(lines[0]).toContain("[VaultClient - ");
    expect(lines[0]).toContain("Error no region");
  });

  it("uses the configured level", async () => {
    const { lines } = await logCall({ logLevel: "warn" }, { body: json({}) }, "Ping");
    expect(lines[0]).toMatch(/^warn: /);
  });

  it("is the text that the configured formatter returns", async () => {
    const { lines } = await logCall(
      { logFormatter: ({ operationName, retries }) => `${operationName} ${retries}` },
      { body: json({}) },
      "Ping",
    );
    expect(lines).toEqual(["info: Ping 0"]);
  });

  it("masks sensitive members", async () => {
    const { text } = await logCall({}, { body: json({}) });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`Value: "${MASK}"`);
    expect(text).toContain('Note: "plain note"');
  });

  it("masks sensitive values in the service's error message", async () => {
    const answer = {
      statusCode: 400,
      headers: { "x-amzn-errortype": "BadValue" },
      body: json({ message: `${secrets.Value} will not do` }),
    };
    const { text, outcome } = await logCall({}, answer);
    expect(outcome).toMatchObject({ message: `${secrets.Value} will not do` });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`BadValue ${MASK} will not do`);
  });
});

describe("the wire trace", () => {
  const trace = { httpWireTrace: true };

  it("contains the request and the response", async () => {
    const { text } = await logCall(
      trace,
      { headers: { "x-amzn-requestid": "r-1" }, body: json({ Text: "hi" }) },
      "Ping",
    );
    expect(text).toContain("--> POST https://vault.example.com/v1/ping\n");
    expect(text).toContain("--> content-type: application/json\n");
    expect(text).toContain('--> {"Text":"hello"}');
    expect(text).toContain('<-- 200\n<-- x-amzn-requestid: r-1\n<--\n<-- {"Text":"hi"}');
  });

  it("does not consume a buffered or streamed response", async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"Text":');
      yield new TextEncoder().encode('"hi"}');
    }
    const bodies = [chunks(), '{"Text":"hi"}', new Blob(['{"Text":"hi"}']), json({ Text: "hi" })];
    for (const body of [...bodies, new Blob(['{"Text":"hi"}']).stream()]) {
      const { text, outcome } = await logCall(trace, { body }, "Ping");
      expect(outcome).toMatchObject({ Text: "hi" });
      expect(text).toContain('<-- {"Text":"hi"}');
    }
  });

  it("is off by default", async () => {
    const { text } = await logCall({}, { body: json({}) }, "Ping");
    expect(text).not.toContain("-->");
  });

  it("masks credentials and signatures", async () => {
    const { text } = await logCall(trace, { body: json({}) }, "Ping");
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`authorization: ${MASK}`);
    expect(text).toContain(`x-amz-security-token: ${MASK}`);
    expect(text).not.toMatch(/Signature=[0-9a-f]{8}/);
  });

  it("masks sensitive members in path, query, headers and body", async () => {
    const answer = {
      headers: { "x-receipt": secrets.Receipt, "set-cookie": "session=1" },
      body: json({ Value: secrets.StubResponse, Version: 7 }),
    };
    const { text, outcome } = await logCall(trace, answer);
    expect(outcome).toMatchObject({
      Receipt: secrets.Receipt,
      Value: secrets.StubResponse,
      Version: 7,
    });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain("code=plain-code");
    expect(text).toContain(`pin=${MASK}`);
    expect(text.toLowerCase()).toContain(`x-account: ${MASK}`.toLowerCase());
    expect(text.toLowerCase()).toContain(`x-label-a: ${MASK}`.toLowerCase());
    expect(text).toContain('Note: "plain note"');
    expect(text).toContain("Version: 7");
    expect(text).toContain(`set-cookie: ${MASK}`);
  });

  it("masks sensitive members of errors and withholds bodies that cannot be read", async () => {
    const headers = { "x-amzn-errortype": "LockedException" };
    const body = json({ message: "locked", Owner: secrets.Owner });
    const locked = await logCall(trace, { statusCode: 423, headers, body });
    expect(leaks(locked.text)).toEqual([]);
    expect(locked.text).toContain("LockedException");
    expect(locked.text).toContain('message: "locked"');
    const odd = await logCall(trace, { body: `<html>${secrets.StubResponse}` });
    expect(leaks(odd.text)).toEqual([]);
    expect(odd.text).toContain("withheld");
    const unknown = await logCall(trace, {
      statusCode: 400,
      headers: { "x-amzn-errortype": "Other" },
      body: json({ Owner: secrets.Owner }),
    });
    expect(leaks(unknown.text)).toEqual([]);
  });

  it.each([
    ["awsJson1_1", awsJson1_1],
    ["rpcv2Cbor", rpcv2Cbor],
  ])("masks sensitive members with %s", async (_, protocol) => {
    const { text } = await logCall(trace, { body: new Uint8Array([0xff]) }, "PutSecret", protocol);
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`Value: "${MASK}"`);
  });

  it("masks the credentials of a presigned URL", async () => {
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
    const { text } = await logCall(trace, { body: json({}) }, "Ping", restJson1, { signer });
    expect(text).toContain(
      `/v1/ping?X-Amz-Date=20261101T050000Z&X-Amz-Signature=${MASK}&X-Amz-Credential=${MASK}&X-Amz-Security-Token=${MASK}`,
    );
  });

  it("masks credentials in a header of a custom signer", async () => {
    const signer: RequestSigner = {
      sign: async (request) => ({
        ...request,
        headers: { ...request.headers, "x-own-scheme": `key ${secrets.sessionToken}` },
      }),
    };
    const { text } = await logCall(trace, { body: json({}) }, "Ping", restJson1, { signer });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain(`x-own-scheme: key ${MASK}`);
  });
});
