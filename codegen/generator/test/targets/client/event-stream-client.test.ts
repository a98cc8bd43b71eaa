import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http2";
import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { Sha256 } from "@smithy/core/checksum";
import { EventStreamCodec } from "@smithy/core/event-streams";
import { fromUtf8, toHex, toUtf8 } from "@smithy/core/serde";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Message } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { loadModel } from "@tinsmith/smithy";
import { withClient } from "./run-client.js";

const path = fileURLToPath(
  new URL(
    "../../../../../../shared/corpora/aws-models/transcribe-streaming-2017-10-26.json",
    import.meta.url,
  ),
);
const hasModels = existsSync(path);
if (!hasModels) console.info("Skipped: the AWS models are missing in ../shared/corpora.");

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const codec = new EventStreamCodec(toUtf8, fromUtf8);

/** Splits a stream of arbitrary chunks into messages. */
async function* messagesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  let pending = Buffer.alloc(0);
  for await (const chunk of stream) {
    pending = Buffer.concat([pending, chunk]);
    while (pending.byteLength >= 4 && pending.byteLength >= pending.readUInt32BE(0)) {
      const length = pending.readUInt32BE(0);
      yield codec.decode(Uint8Array.from(pending.subarray(0, length)));
      pending = pending.subarray(length);
    }
  }
}

/** Starts a server that responds to each audio event with a transcript, and records the events. */
async function serve() {
  const received: Message[] = [];
  const requests: IncomingHttpHeaders[] = [];
  const answer = async (stream: ServerHttp2Stream): Promise<void> => {
    stream.respond({ ":status": 200, "content-type": "application/vnd.amazon.eventstream" });
    for await (const message of messagesOf(stream)) {
      received.push(message);
      if (message.body.byteLength === 0) continue;
      const audio = codec.decode(message.body);
      stream.write(
        codec.encode({
          headers: {
            ":message-type": { type: "string", value: "event" },
            ":event-type": { type: "string", value: "TranscriptEvent" },
            ":content-type": { type: "string", value: "application/json" },
          },
          body: fromUtf8(
            JSON.stringify({ Transcript: { Results: [{ ResultId: toUtf8(audio.body) }] } }),
          ),
        }),
      );
    }
    stream.end();
  };
  const server = createServer();
  server.on("stream", (stream, headers) => {
    requests.push(headers);
    void answer(stream);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { received, requests, endpoint: `http://127.0.0.1:${port}`, server };
}

const isEvents = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value;

describe.runIf(hasModels)("a client with event streams in both directions", () => {
  it("streams over HTTP/2, and includes the signature of the previous event in each signature", async () => {
    const { received, requests, endpoint, server } = await serve();
    const { model } = loadModel([{ path, text: readFileSync(path, "utf8") }]);
    if (model === undefined) throw new Error("The model does not load.");
    await withClient(model, async (importModule) => {
      const { TranscribeStreaming: Class } = await importModule("index.js");
      if (typeof Class !== "function")
        throw new TypeError("The module has no class of this client.");
      const client = Reflect.construct(Class, [{ region: "us-east-1", credentials, endpoint }]);
      // The client sends the second event only after the response to the first event.
      let answered = (): void => {};
      const firstAnswer = new Promise<void>((resolve) => {
        answered = resolve;
      });
      const audio = async function* () {
        yield { AudioEvent: { AudioChunk: fromUtf8("one") } };
        await firstAnswer;
        yield { AudioEvent: { AudioChunk: fromUtf8("two") } };
      };
      const output: unknown = await client.startStreamTranscription({
        LanguageCode: "en-US",
        MediaSampleRateHertz: 16_000,
        MediaEncoding: "pcm",
        AudioStream: audio(),
      });
      const events: unknown = Reflect.get(Object(output), "TranscriptResultStream");
      if (!isEvents(events)) throw new TypeError("The output has no event stream.");
      const results: unknown[] = [];
      for await (const event of events) {
        answered();
        results.push(event);
      }
      expect(results).toMatchObject(
        ["one", "two"].map((ResultId) => ({
          TranscriptEvent: { Transcript: { Results: [{ ResultId }] } },
        })),
      );
      client.destroy();
    });
    server.close();

    const [headers = {}] = requests;
    expect(headers["x-amz-content-sha256"]).toBe("STREAMING-AWS4-HMAC-SHA256-EVENTS");
    expect(headers["content-type"]).toBe("application/vnd.amazon.eventstream");
    const signer = new SignatureV4({
      credentials,
      region: "us-east-1",
      service: "transcribe",
      sha256: Sha256,
    });
    let priorSignature = /Signature=(\w+)/.exec(headers.authorization ?? "")?.[1] ?? "";
    expect(received).toHaveLength(3);
    for (const message of received) {
      const date = message.headers[":date"];
      const signature = message.headers[":chunk-signature"];
      if (date?.type !== "timestamp" || signature?.type !== "binary") {
        throw new TypeError("The event is not signed.");
      }
      const expected = await signer.sign(
        { message: { headers: { ":date": date }, body: message.body }, priorSignature },
        { signingDate: date.value },
      );
      expect(toHex(signature.value)).toBe(expected.signature);
      priorSignature = expected.signature;
    }
  }, 60_000);
});
