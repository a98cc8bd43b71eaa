import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { modelOf } from "../../../../service/test/load-plan.js";
import { caller } from "./call-client.js";

const rules = (url: string) => ({
  version: "1.0",
  parameters: {
    Box: { type: "String", documentation: "The box." },
    Endpoint: { type: "String", builtIn: "SDK::Endpoint", documentation: "The endpoint." },
  },
  rules: [
    {
      conditions: [{ fn: "isSet", argv: [{ ref: "Box" }] }],
      endpoint: { url },
      type: "endpoint",
    },
    { conditions: [], endpoint: { url: "https://plain.example" }, type: "endpoint" },
  ],
});

const model = (url: string) =>
  modelOf(`$version: "2"
namespace demo
use aws.protocols#restJson1
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet

@restJson1
@endpointRuleSet(${JSON.stringify(rules(url))})
service Demo { version: "1", operations: [Fetch, Empty] }

@streaming blob Stream

@readonly
@http(method: "GET", uri: "/{box}/{key+}")
operation Fetch {
  input := {
    @required @httpLabel @contextParam(name: "Box") box: String
    @required @httpLabel key: String
  }
  output := {
    @httpPayload body: Stream = ""
  }
}

@http(method: "POST", uri: "/{box}?empty")
operation Empty { input := { @required @httpLabel @contextParam(name: "Box") box: String } }
`);

async function sent(url: string, method: string, input: object) {
  let address: string | undefined;
  await caller(model(url), async ({ call }) => {
    const { requests, error } = await call(method, input, { endpoint: undefined });
    if (error !== undefined) throw error;
    const [request] = requests;
    address = request && request.hostname + request.path;
  });
  return address;
}

describe("a path label that endpoint rules use", () => {
  const key = "a/b c/";

  it("is omitted from the path if the host contains it", async () => {
    const url = "https://{Box}.example";
    expect(await sent(url, "fetch", { box: "mine", key })).toBe("mine.example/a/b%20c/");
    expect(await sent(url, "empty", { box: "mine" })).toBe("mine.example/");
  }, 60_000);

  it("is omitted from the path if the path of the endpoint contains it", async () => {
    const url = "https://all.example/{Box}";
    expect(await sent(url, "fetch", { box: "mine", key })).toBe("all.example/mine/a/b%20c/");
    expect(await sent(url, "empty", { box: "mine" })).toBe("all.example/mine");
  }, 60_000);

  it("stays in the path if the rules only test the label", async () => {
    const url = "https://boxes.example";
    expect(await sent(url, "fetch", { box: "mine", key })).toBe("boxes.example/mine/a/b%20c/");
  }, 60_000);
});

describe("a stream in an output", () => {
  const input = { box: "mine", key: "k" };
  const bodyOf = async (body: unknown) => {
    let read: unknown;
    await caller(model("https://{Box}.example"), async ({ call }) => {
      const { output } = await call("fetch", input, {}, [{ body }]);
      const stream: unknown = output instanceof Object ? Reflect.get(output, "body") : undefined;
      if (!(stream instanceof Readable)) throw new TypeError("The body is not a stream.");
      const transform: unknown = Reflect.get(stream, "transformToString");
      read = typeof transform === "function" ? await transform() : undefined;
    });
    return read;
  };

  it("has the methods that its type declares", async () => {
    expect(await bodyOf(Readable.from([Buffer.from("Grüße")]))).toBe("Grüße");
  }, 60_000);

  it("is a stream even if the complete body arrived at once", async () => {
    expect(await bodyOf(new TextEncoder().encode("whole"))).toBe("whole");
    expect(await bodyOf(undefined)).toBe("");
  }, 60_000);
});
