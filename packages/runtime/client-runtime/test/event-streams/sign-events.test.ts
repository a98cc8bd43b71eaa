import { Sha256 } from "@smithy/core/checksum";
import { EventStreamCodec } from "@smithy/core/event-streams";
import { fromUtf8, toHex, toUtf8 } from "@smithy/core/serde";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, it } from "vitest";
import { signEvents } from "../../src/event-streams/sign-events.js";

const codec = new EventStreamCodec(toUtf8, fromUtf8);
const date = new Date("2026-11-01T05:59:00Z");
const signer = new SignatureV4({
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
  region: "us-east-1",
  service: "demo",
  sha256: Sha256,
});

async function* frames(...texts: readonly string[]) {
  for (const text of texts) yield codec.encode({ headers: {}, body: fromUtf8(text) });
}

describe("signEvents", () => {
  it("chains signatures from the request's signature to a final empty message", async () => {
    const seed = "a".repeat(64);
    const signed: Uint8Array[] = [];
    const sign = signEvents(
      frames("one", "two"),
      seed,
      (message, signingDate) => signer.sign(message, { signingDate }),
      () => date,
    );
    for await (const chunk of sign) signed.push(chunk);
    const messages = signed.map((chunk) => codec.decode(chunk));
    expect(messages.map(({ body }) => body.byteLength > 0)).toEqual([true, true, false]);
    let priorSignature = seed;
    for (const { headers, body } of messages) {
      expect(headers[":date"]).toEqual({ type: "timestamp", value: date });
      const signature = headers[":chunk-signature"];
      const { signature: expected } = await signer.sign(
        {
          message: { headers: { ":date": { type: "timestamp", value: date } }, body },
          priorSignature,
        },
        { signingDate: date },
      );
      expect(signature?.type === "binary" && toHex(signature.value)).toBe(expected);
      priorSignature = expected;
    }
  });
});
