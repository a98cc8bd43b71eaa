// How the generated types are meant to be used; compiled, never run.
import { Converse$, PutClip$ } from "./expected/schemas.js";
import type { ConverseInput, ConverseOutput, InputEvents, PutClipInput } from "./expected/index.js";

async function* microphone(): AsyncGenerator<InputEvents> {
  yield { audio: { sequence: 1, bytes: new Uint8Array(2) } };
}

export const spoken: ConverseInput = { events: microphone() };
export const clip: PutClipInput = { id: "1", part: "a/b", account: "x", body: "text", tags: ["a"] };

export async function transcript(output: ConverseOutput): Promise<string> {
  let text = "";
  for await (const event of output.events ?? []) {
    if (event.failed !== undefined) throw new Error(event.failed.message);
    text += event.text?.text ?? "";
  }
  return text;
}

export const operationNames: readonly string[] = [Converse$[2], PutClip$[2]];
