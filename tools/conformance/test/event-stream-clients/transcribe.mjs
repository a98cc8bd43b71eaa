// Streams audio and receives transcripts with AWS's unmodified client. The environment names the
// server.
import {
  StartStreamTranscriptionCommand,
  TranscribeStreamingClient,
} from "@aws-sdk/client-transcribe-streaming";

const [, , text = "", times = "0"] = process.argv;
const chunks = times === "0" ? ["first", "second"] : Array(Number(times)).fill(text);

async function* audio() {
  for (const chunk of chunks) yield { AudioEvent: { AudioChunk: Buffer.from(chunk) } };
}

const client = new TranscribeStreamingClient({ maxAttempts: 1 });
const { SessionId: session, TranscriptResultStream: stream } = await client.send(
  new StartStreamTranscriptionCommand({
    LanguageCode: "en-US",
    MediaSampleRateHertz: 16_000,
    MediaEncoding: "pcm",
    AudioStream: audio(),
  }),
);
const events = [];
for await (const event of stream) events.push(event);
console.log(JSON.stringify({ session, events }));
client.destroy();
