import type { HttpHandler } from "@tinsmith/client-runtime";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { defineClient } from "../src/index.js";

function modelOf(protocol: string) {
  const { model } = loadModel([
    {
      path: "clock.smithy",
      text: `$version: "2"
namespace demo
use aws.protocols#${protocol}
@${protocol}
service Clock { version: "1", operations: [Tick] }
@http(method: "POST", uri: "/tick")
operation Tick {
  input := { At: Timestamp, Data: Blob, @idempotencyToken Token: String, Size: Integer = 1
  }
  output := { At: Timestamp, Data: Blob, @required Name: String }
  errors: [Late]
}
@error("client") structure Late { message: String, Until: Timestamp }
`,
    },
  ]);
  if (model === undefined) throw new Error("The model does not load.");
  return model;
}

function clientOf(response: { statusCode: number; body: string }) {
  const Clock = defineClient(modelOf("awsJson1_1"), { simpleJson: true });
  const bodies: unknown[] = [];
  const requestHandler: HttpHandler = {
    handle: async ({ body }) => {
      bodies.push(JSON.parse(String(body)));
      const { statusCode } = response;
      return {
        response: { statusCode, headers: {}, body: new TextEncoder().encode(response.body) },
      };
    },
  };
  const client = new Clock({ endpoint: "https://clock.example", maxAttempts: 1, requestHandler });
  return { client, bodies };
}

describe("a client with simpleJson", () => {
  it("sends inputs and returns outputs as plain JSON", async () => {
    const received = { At: 1.5, Data: "aGk=", Extra: [null, { a: true }] };
    const { client, bodies } = clientOf({ statusCode: 200, body: JSON.stringify(received) });
    const given = { At: 1.25, Data: "aGk=", Token: "t", Unknown: { b: 1 } };
    const { $metadata, ...output } = (await client["tick"]?.(given)) ?? {};
    expect(bodies).toEqual([given]);
    expect(output).toEqual(received);
    expect($metadata).toMatchObject({ httpStatusCode: 200 });
    await client["tick"]?.({});
    // Retries need idempotency tokens, even if values are not converted.
    expect(bodies[1]).toEqual({ Token: expect.any(String) });
  });

  it("throws modeled errors with members as plain JSON", async () => {
    const body = JSON.stringify({ __type: "demo#Late", message: "too late", Until: 7 });
    const { client } = clientOf({ statusCode: 400, body });
    const error: unknown = await client["tick"]?.({}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "Late", message: "too late", Until: 7 });
  });

  it("is rejected if the service does not use awsJson", () => {
    expect(() => defineClient(modelOf("restJson1"), { simpleJson: true })).toThrow(
      "The option simpleJson requires awsJson, which demo#Clock does not support.",
    );
  });
});
