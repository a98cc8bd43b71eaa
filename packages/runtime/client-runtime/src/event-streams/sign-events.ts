import { EventStreamCodec } from "@smithy/core/event-streams";
import { fromHex, fromUtf8, toUtf8 } from "@smithy/core/serde";
import type { MessageHeaders, SignableMessage, SignedMessage } from "@smithy/types";

/** Signs one message of a stream. Each signature covers the previous one. */
export type SignMessage = (message: SignableMessage, date: Date) => Promise<SignedMessage>;

const codec = /* @__PURE__ */ new EventStreamCodec(toUtf8, fromUtf8);

/**
 * Wraps each frame of a stream in a message with date and signature, and ends the stream with an
 * empty message.
 *
 * @param frames - one complete frame per chunk
 * @param seed - the signature of the request, in hexadecimal
 * @param now - returns the service's time
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
