import { once } from "node:events";
import { createServer } from "node:http";
import { Readable, Transform } from "node:stream";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { defineClient } from "../src/index.js";

const { model } = loadModel([
  {
    path: "store.smithy",
    text: `$version: "2"
namespace demo
use aws.protocols#restJson1
@restJson1
service Store { version: "1", operations: [Put] }
@http(method: "PUT", uri: "/put")
operation Put {
  input := { @httpPayload @required body: Stream }
  output := { @httpPayload body: Stream = ""
  }
}
@streaming blob Stream
`,
  },
]);
if (model === undefined) throw new Error("The model does not load.");
const Store = defineClient(model);

/** Creates a stream that records each chunk and passes it through. */
const recordChunks = (chunks: string[]): Transform =>
  new Transform({
    transform: (chunk, _, done) => {
      chunks.push(String(chunk));
      done(null, chunk);
    },
  });

const shortDelay = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a streaming body as in the guide for Ruby users", () => {
  it("passes chunk by chunk through a piped stream, in requests and responses", async () => {
    const server = createServer((request, response) => {
      const arrived: string[] = [];
      request.on("data", (chunk) => arrived.push(String(chunk)));
      request.on("end", async () => {
        for (const chunk of arrived) {
          response.write(chunk.toUpperCase());
          await shortDelay();
        }
        response.end();
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
    const client = new Store({ endpoint: `http://127.0.0.1:${address.port}` });
    try {
      const sent: string[] = [];
      const source = Readable.from(
        (async function* () {
          for (const chunk of ["one ", "two ", "three"]) {
            yield Buffer.from(chunk);
            await shortDelay();
          }
        })(),
      );
      const output = await client["put"]?.({ body: source.pipe(recordChunks(sent)) });
      expect(sent).toEqual(["one ", "two ", "three"]);
      const received: string[] = [];
      const body: unknown = output?.["body"];
      if (!(body instanceof Readable)) throw new TypeError("The output must be a stream.");
      for await (const _ of body.pipe(recordChunks(received))) continue;
      expect(received).toEqual(["ONE ", "TWO ", "THREE"]);
    } finally {
      client.destroy();
      server.close();
    }
  });
});
