import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingModels } from "../src/interop/generated-service.js";
import { buildMockCommand, startCommand } from "../src/interop/mock-command.js";
import type { StartedCommand } from "../src/interop/mock-command.js";

if (missingModels !== undefined) console.log(`AWS's clients of event streams: ${missingModels}`);

const programs = fileURLToPath(new URL("./event-stream-clients/", import.meta.url));

/**
 * Runs a program with AWS's client. Only the variables in the banner of the server direct the
 * client to the server. The program runs in a separate process, because Node reads
 * NODE_EXTRA_CA_CERTS at its start.
 */
function run(program: string, server: StartedCommand, ...args: readonly string[]): unknown {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(programs, program), ...args],
    { env: { ...process.env, ...server.environment }, encoding: "utf8", timeout: 30_000 },
  );
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return JSON.parse(stdout);
}

const transports = [
  ["without TLS", []],
  ["with TLS", ["--tls"]],
] as const;

describe.skipIf(missingModels !== undefined).each(transports)(
  "the bedrock-runtime mock server %s, called by AWS's client",
  (_, options) => {
    let server: StartedCommand;
    beforeAll(async () => {
      const file = await buildMockCommand("events-bedrock", "bedrock-runtime-2023-09-30");
      server = await startCommand(file, options);
    }, 120_000);
    afterAll(() => server.stop());

    it("streams a sample that has an event of each kind", () => {
      expect(run("converse-stream.mjs", server)).toMatchObject({
        events: [
          { messageStart: { role: expect.stringMatching(/^(?:user|assistant)$/) } },
          { contentBlockStart: {} },
          { contentBlockDelta: {} },
          { contentBlockStop: {} },
          { messageStop: {} },
          { metadata: {} },
        ],
      });
    });

    it("streams the events of an override in JSON", async () => {
      const stream = [
        { messageStart: { role: "assistant" } },
        { contentBlockDelta: { delta: { text: "Hel" }, contentBlockIndex: 0 } },
        { contentBlockDelta: { delta: { text: "lo" }, contentBlockIndex: 0 } },
        { messageStop: { stopReason: "end_turn" } },
      ];
      await control(server, { operation: "ConverseStream", responds: { stream } });
      expect(run("converse-stream.mjs", server)).toEqual({ events: stream });
    });

    it("ends a stream with the error that is the last event of an override", async () => {
      const stream = [
        { messageStart: { role: "assistant" } },
        { throttlingException: { message: "Slower." } },
      ];
      await control(server, { operation: "ConverseStream", responds: { stream } });
      expect(run("converse-stream.mjs", server)).toEqual({
        events: [{ messageStart: { role: "assistant" } }],
        error: "ThrottlingException: Slower.",
      });
    });
  },
);

describe.skipIf(missingModels !== undefined).each(transports)(
  "the transcribe-streaming mock server %s, called by AWS's client",
  (_, options) => {
    let file: string;
    let server: StartedCommand;
    beforeAll(async () => {
      file = await buildMockCommand("events-transcribe", "transcribe-streaming-2017-10-26");
      server = await startCommand(file, options);
    }, 120_000);
    afterAll(() => server.stop());

    const stream = ["one", "two"].map((text) => ({
      TranscriptEvent: {
        Transcript: { Results: [{ IsPartial: false, Alternatives: [{ Transcript: text }] }] },
      },
    }));

    it("streams in both directions", async () => {
      await control(server, {
        operation: "StartStreamTranscription",
        responds: { SessionId: "session-1", TranscriptResultStream: stream },
      });
      expect(run("transcribe.mjs", server)).toEqual({ session: "session-1", events: stream });
    });

    it("responds although it reads none of the five megabytes of audio", async () => {
      await control(server, {
        operation: "StartStreamTranscription",
        responds: { SessionId: "session-1", TranscriptResultStream: stream },
      });
      const answer = run("transcribe.mjs", server, "x".repeat(32_000), "160");
      expect(answer).toEqual({ session: "session-1", events: stream });
    });

    it("records the events of both sides, and replays them", async () => {
      const fixtures = mkdtempSync(join(tmpdir(), "transcribe-"));
      rmSync(fixtures, { recursive: true });
      await control(server, {
        operation: "StartStreamTranscription",
        responds: { SessionId: "session-2", TranscriptResultStream: stream },
      });
      // The recorder must trust the certificate of the server to which it forwards requests.
      const recording = [...options, "--record", server.url, "--fixtures", fixtures];
      const front = await startCommand(file, recording, server.environment);
      expect(run("transcribe.mjs", front)).toEqual({ session: "session-2", events: stream });
      await front.stop();
      const names = readdirSync(fixtures);
      expect(names).toEqual(["0001.StartStreamTranscription.json"]);
      const fixture = JSON.parse(readFileSync(join(fixtures, names[0] ?? ""), "utf8"));
      expect(fixture).toMatchObject({
        input: {
          AudioStream: [
            { AudioEvent: { AudioChunk: Buffer.from("first").toString("base64") } },
            { AudioEvent: { AudioChunk: Buffer.from("second").toString("base64") } },
          ],
        },
        output: { SessionId: "session-2", TranscriptResultStream: stream },
      });
      const replay = await startCommand(file, [...options, "--replay", fixtures]);
      expect(run("transcribe.mjs", replay)).toEqual({ session: "session-2", events: stream });
      await replay.stop();
      rmSync(fixtures, { recursive: true });
    });
  },
);

/** Sends an override from a process that trusts the server's certificate. */
async function control(server: StartedCommand, override: object): Promise<void> {
  run("override.mjs", server, server.url, JSON.stringify(override));
}
