import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HttpHandler } from "../../src/entries/generated-v1/index.js";
import { clientSideMonitoring, udpPublisher } from "../../src/entries/monitoring.js";
import type { ClientSideMonitoringOptions, MonitoringEvent } from "../../src/entries/monitoring.js";
import { PingCommand, PutSecretCommand, vaultClient } from "../vault-service.js";
import { listen } from "./agent.js";
import type { Agent } from "./agent.js";

interface StubResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ok: StubResponse = {
  statusCode: 200,
  headers: { "x-amzn-requestid": "r-1", "x-amz-id-2": "host-1" },
  body: '{"Text":"hi"}',
};
const busy: StubResponse = { statusCode: 503, headers: { "x-amz-request-id": "r-0" }, body: "{}" };

function createClient(
  options: ClientSideMonitoringOptions,
  answers: readonly (StubResponse | Error)[] = [ok],
  more: object = {},
) {
  let sent = 0;
  const requestHandler: HttpHandler = {
    handle: async () => {
      const answer = answers[Math.min(sent++, answers.length - 1)] ?? ok;
      if (answer instanceof Error) throw answer;
      return { response: { ...answer, headers: { ...answer.headers } } };
    },
  };
  return new (vaultClient(restJson1))({
    region: "eu-west-1",
    credentials: { accessKeyId: "AKIDAGENT", secretAccessKey: "secret", sessionToken: "token" },
    requestHandler,
    plugins: [clientSideMonitoring(options)],
    ...more,
  });
}

let agent: Agent;
beforeEach(async () => {
  agent = await listen();
});
afterEach(async () => {
  await agent.close();
  vi.unstubAllEnvs();
});

describe("client-side monitoring", () => {
  it("sends the agent a JSON datagram for each attempt, and then one for the call", async () => {
    const before = Date.now();
    await createClient({ port: agent.port, clientId: "shop" }).send(new PingCommand({}));
    const [attempt, call] = await agent.received(2);
    const common = {
      Version: 1,
      ClientId: "shop",
      Service: "Vault",
      Api: "Ping",
      Region: "eu-west-1",
      Timestamp: expect.toSatisfy((at: number) => at >= before && at <= Date.now()),
      UserAgent: expect.stringContaining("api/vault"),
    };
    expect(attempt).toEqual({
      ...common,
      Type: "ApiCallAttempt",
      Fqdn: "vault.example.com",
      AccessKey: "AKIDAGENT",
      AttemptLatency: expect.toSatisfy(Number.isInteger),
      HttpStatusCode: 200,
      XAmznRequestId: "r-1",
      XAmzId2: "host-1",
    });
    expect(call).toEqual({
      ...common,
      Type: "ApiCall",
      AttemptCount: 1,
      Latency: expect.toSatisfy(Number.isInteger),
      FinalHttpStatusCode: 200,
      MaxRetriesExceeded: 0,
    });
  });

  it("counts the attempts, and reports the error of the last attempt", async () => {
    const client = createClient({ port: agent.port }, [busy], { maxAttempts: 2 });
    await expect(client.send(new PingCommand({}))).rejects.toThrow();
    const events = await agent.received(3);
    expect(events.map(({ Type }) => Type)).toEqual(["ApiCallAttempt", "ApiCallAttempt", "ApiCall"]);
    expect(events[0]).toMatchObject({
      HttpStatusCode: 503,
      XAmzRequestId: "r-0",
      AwsException: expect.any(String),
      AwsExceptionMessage: expect.any(String),
    });
    expect(events[2]).toMatchObject({
      AttemptCount: 2,
      FinalHttpStatusCode: 503,
      FinalAwsException: events[0]?.["AwsException"],
      MaxRetriesExceeded: 1,
    });
  });

  it("distinguishes errors of the client from errors of the service", async () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED"), { name: "WireError" });
    const client = createClient({ port: agent.port }, [refused], { maxAttempts: 1 });
    await expect(client.send(new PingCommand({}))).rejects.toThrow("ECONNREFUSED");
    const [attempt, call] = await agent.received(2);
    expect(attempt).toMatchObject({ SdkException: "WireError" });
    expect(attempt).not.toHaveProperty("HttpStatusCode");
    expect(call).toMatchObject({
      FinalSdkException: "WireError",
      FinalSdkExceptionMessage: "connect ECONNREFUSED",
    });
    expect(call).not.toHaveProperty("FinalHttpStatusCode");
  });

  it("reports calls that were never sent with zero attempts", async () => {
    const client = createClient({ port: agent.port }, [ok], {
      credentials: () => Promise.reject(new Error("no credentials")),
    });
    await expect(client.send(new PingCommand({}))).rejects.toThrow("no credentials");
    const [call] = await agent.received(1);
    expect(call).toMatchObject({ Type: "ApiCall", AttemptCount: 0, MaxRetriesExceeded: 0 });
  });

  it("truncates long texts and masks sensitive content", async () => {
    const locked = {
      statusCode: 423,
      headers: { "x-amzn-errortype": `LockedException` },
      body: JSON.stringify({ message: `hush-hush ${"m".repeat(600)}` }),
    };
    const client = createClient({ port: agent.port, clientId: "c".repeat(300) }, [locked], {
      customUserAgent: "u".repeat(400),
    });
    const command = new PutSecretCommand({ Name: "n", Value: "hush-hush" });
    await expect(client.send(command)).rejects.toThrow();
    const [attempt] = await agent.received(1);
    expect(String(attempt?.["ClientId"])).toHaveLength(255);
    expect(String(attempt?.["UserAgent"])).toHaveLength(256);
    expect(String(attempt?.["AwsExceptionMessage"])).toHaveLength(512);
    const text = JSON.stringify(agent.events);
    expect(text).not.toContain("hush-hush");
    expect(text).not.toContain('"token"');
    expect(Math.max(...agent.sizes)).toBeLessThan(8 * 1024);
  });

  it("reads settings from the environment and the profile, and prefers options to both", async () => {
    const folder = mkdtempSync(join(tmpdir(), "monitoring-"));
    const file = join(folder, "config");
    writeFileSync(file, `[profile far]\ncsm_port = ${agent.port}\ncsm_client_id = file\n`);
    vi.stubEnv("AWS_CONFIG_FILE", file);
    vi.stubEnv("AWS_CSM_HOST", "localhost");
    const far = { profile: "far" };
    await createClient({}, [ok], far).send(new PingCommand({}));
    expect((await agent.received(2))[1]).toMatchObject({ ClientId: "file" });
    vi.stubEnv("AWS_CSM_CLIENT_ID", "environment");
    await createClient({}, [ok], far).send(new PingCommand({}));
    expect((await agent.received(4))[3]).toMatchObject({ ClientId: "environment" });
    vi.stubEnv("AWS_CSM_ENABLED", "false");
    await createClient({}, [ok], far).send(new PingCommand({}));
    await createClient({ enabled: true, clientId: "code" }, [ok], far).send(new PingCommand({}));
    expect((await agent.received(6)).slice(4)).toMatchObject([
      { ClientId: "code" },
      { ClientId: "code" },
    ]);
    rmSync(folder, { recursive: true });
  });

  it("passes events to a custom publisher, and ignores its failures", async () => {
    const events: MonitoringEvent[] = [];
    const warn = vi.fn<(text: string) => void>();
    const logger = { debug() {}, info() {}, warn, error() {} };
    const publisher = {
      publish: (event: MonitoringEvent) => {
        events.push(event);
        if (event.Type === "ApiCall") throw new Error("the disk is full");
      },
    };
    await createClient({ publisher }, [ok], { logger }).send(new PingCommand({}));
    await vi.waitFor(() => expect(warn).toHaveBeenCalled());
    expect(events.map(({ Type }) => Type)).toEqual(["ApiCallAttempt", "ApiCall"]);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining("the disk is full"));
  });

  it("does not delay calls", async () => {
    const publisher = { publish: () => new Promise<void>(() => {}) };
    const output = await createClient({ publisher }).send(new PingCommand({}));
    expect(output).toMatchObject({ Text: "hi" });
  });

  it("warns once about an invalid setting", async () => {
    vi.stubEnv("AWS_CSM_PORT", "everywhere");
    const warn = vi.fn<(text: string) => void>();
    const client = createClient({}, [ok], { logger: { debug() {}, info() {}, warn, error() {} } });
    await client.send(new PingCommand({}));
    await client.send(new PingCommand({}));
    await vi.waitFor(() => expect(warn).toHaveBeenCalled());
    expect(warn.mock.calls).toEqual([[expect.stringContaining("Received NaN")]]);
  });
});

const attempt = { Type: "ApiCallAttempt", Version: 1, ClientId: "", Service: "S" } as const;
const event = { ...attempt, Api: "A", Timestamp: 0, Fqdn: "f", AttemptLatency: 0 };

describe("udpPublisher", () => {
  it("tolerates a missing agent, and reaches an agent that starts later", async () => {
    const { port } = agent;
    await agent.close();
    const publisher = udpPublisher({ port });
    for (let turn = 0; turn < 3; turn += 1) {
      await publisher.publish(event);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    agent = await listen();
    await udpPublisher({ host: "localhost", port: agent.port }).publish(event);
    expect(await agent.received(1)).toEqual([event]);
  });

  it("ignores a host name that cannot be resolved", async () => {
    const publisher = udpPublisher({ host: "no-such-host.invalid" });
    await expect(publisher.publish(event)).resolves.toBeUndefined();
    await expect(publisher.publish(event)).resolves.toBeUndefined();
  });

  it("drops events that exceed the agent's limit", async () => {
    const publisher = udpPublisher({ port: agent.port });
    await publisher.publish({ ...event, XAmzId2: "x".repeat(9000) });
    await publisher.publish(event);
    expect(await agent.received(1)).toEqual([event]);
  });

  it("rejects an invalid port", () => {
    expect(() => udpPublisher({ port: 0 })).toThrow(RangeError);
    expect(() => udpPublisher({ port: 65_536 })).toThrow(RangeError);
  });

  it("sends an event that is published at exit without keeping the process alive", async () => {
    const entry = fileURLToPath(new URL("../../dist/monitoring.js", import.meta.url));
    const program = `
      const { udpPublisher } = await import(${JSON.stringify(entry)});
      udpPublisher({ port: ${agent.port} }).publish(${JSON.stringify(event)});`;
    await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      timeout: 10_000,
    });
    expect(await agent.received(1)).toEqual([event]);
  });
});
