// Receives a stream with AWS's unmodified client. The environment names the server.
import { BedrockRuntimeClient, ConverseStreamCommand } from "@aws-sdk/client-bedrock-runtime";

const client = new BedrockRuntimeClient({ maxAttempts: 1 });
const { stream } = await client.send(
  new ConverseStreamCommand({
    modelId: "anthropic.model",
    messages: [{ role: "user", content: [{ text: "Hello" }] }],
  }),
);
const events = [];
let error;
try {
  for await (const event of stream) events.push(event);
} catch (thrown) {
  error = `${thrown.name}: ${thrown.message}`;
}
console.log(JSON.stringify({ events, error }));
client.destroy();
