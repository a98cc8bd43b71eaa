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
  output := { @httpPayload body: Stream = "" }
}
@streaming blob Stream
`,
  },
]);
if (model === undefined) throw new Error("The model is wrong.");
const Store = defineClient(model);

/** Notes each chunk that passes, and hands it on. */
const noting = (chunks: string[]): Transform =>
  new Transform({
    transform: (chunk, _, done) => {
      chunks.push(String(chunk));
      done(null, chunk);
    },
  });

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("the guide's row about chunks that are sent and received", () => {
  it("is so: streams pass chunk by chunk through what they are piped through", async () => {
    const server = createServer((request, response) => {
      const arrived: string[] = [];
      request.on("data", (chunk) => arrived.push(String(chunk)));
      request.on("end", async () => {
        for (const chunk of arrived) {
          response.write(chunk.toUpperCase());
          await soon();
        }
        response.end();
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (typeof address !== "object" || address === null) throw new Error("There is no port.");
    const client = new Store({ endpoint: `http://127.0.0.1:${address.port}` });
    try {
      const sent: string[] = [];
      const source = Readable.from(
        (async function* () {
          for (const chunk of ["one ", "two ", "three"]) {
            yield Buffer.from(chunk);
            await soon();
          }
        })(),
      );
      const output = await client["put"]?.({ body: source.pipe(noting(sent)) });
      expect(sent).toEqual(["one ", "two ", "three"]);
      const received: string[] = [];
      const body: unknown = output?.["body"];
      if (!(body instanceof Readable)) throw new TypeError("The output is no stream.");
      for await (const _ of body.pipe(noting(received))) continue;
      expect(received).toEqual(["ONE ", "TWO ", "THREE"]);
    } finally {
      client.destroy();
      server.close();
    }
  });
});
