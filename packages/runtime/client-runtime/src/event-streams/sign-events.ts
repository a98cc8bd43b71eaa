import { EventStreamCodec } from "@smithy/core/event-streams";
import { fromHex, fromUtf8, toUtf8 } from "@smithy/core/serde";
import type { MessageHeaders, SignableMessage, SignedMessage } from "@smithy/types";

/** What signs one message of a stream; the signatures are a chain, each over the one before. */
export type SignMessage = (message: SignableMessage, date: Date) => Promise<SignedMessage>;

const codec = /* @__PURE__ */ new EventStreamCodec(toUtf8, fromUtf8);

/**
 * Wraps each frame of a stream in a message with its date and signature, and ends the stream with an empty one.
 *
 * @param frames - chunks with one complete frame each
 * @param seed - the signature of the request, in hexadecimal
 * @param now - returns the time of the service
 */
export async function* signEvents(
  frames: AsyncIterable<Uint8Array>,
  seed: string,
  signMessage: SignMessage,
  now: () => Date,
): AsyncGenerator<Uint8Array> {
  let priorSignature = seed;
  const sign = async (body: Uint8Array): Promise<Uint8Array> => {
    const date = now();
    const headers: MessageHeaders = { ":date": { type: "timestamp", value: date } };
    const { signature } = await signMessage({ message: { headers, body }, priorSignature }, date);
    priorSignature = signature;
    return codec.encode({
      headers: { ...headers, ":chunk-signature": { type: "binary", value: fromHex(signature) } },
      body,
    });
  };
  for await (const frame of frames) yield sign(frame);
  yield sign(new Uint8Array());
}
