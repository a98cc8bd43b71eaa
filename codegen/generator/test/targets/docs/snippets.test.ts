import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import type { NodeValue } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { documentedCalls } from "../../../src/targets/docs/snippets/documented-call.js";
import { firstCall, hasTimestamp } from "../../../src/targets/docs/snippets/first-call.js";
import { readableBody } from "../../../src/targets/docs/snippets/http-message.js";
import { shellQuote } from "../../../src/targets/docs/snippets/shell-quote.js";
import { callSnippets } from "../../../src/targets/docs/snippets/snippets.js";
import { syntaxOf } from "../../../src/targets/docs/snippets/syntax.js";
import { typescriptLiteral } from "../../../src/targets/docs/snippets/typescript-literal.js";
import { modelOf, siteOf } from "./load-plan.js";
import { parcelsModel } from "./parcels-model.js";
import { parcelsRecordings } from "./parcels-recordings.js";

const model = modelOf([{ path: "parcels.smithy", text: parcelsModel }]);
const site = siteOf(model, parcelsRecordings);
const [operation] = site.plan.operations;
function blocks(example: number, key: string) {
  const call = operation && documentedCalls(operation, site)[example];
  if (!operation || !call) throw new Error("The example is missing in the model.");
  return callSnippets(operation, call, site).find((each) => each.key === key)?.blocks ?? [];
}
const code = (example: number, key: string): string => blocks(example, key)[0]?.code ?? "";

describe("the snippets of an example", () => {
  it("send a command to the mock server in TypeScript", () => {
    expect(code(0, "ts"))
      .toBe(`import { ParcelPostClient, SendParcelCommand } from "@example/client";

const client = new ParcelPostClient({
  region: "us-east-1",
  endpoint: "http://127.0.0.1:8080",
});

const output = await client.send(
  new SendParcelCommand({
    SentAt: new Date("2026-11-01T05:00:00Z"),
    Name: "it's",
    Express: true,
    Lines: [{ Kind: "A" }],
  }),
);`);
  });

  it("catch the error of the example in TypeScript", () => {
    expect(code(1, "ts")).toContain("if (!(error instanceof Refused)) throw error;");
  });

  it("pass each member to the AWS CLI as a quoted option", () => {
    expect(code(0, "cli")).toBe(`aws parcel-post send-parcel \\
  --region us-east-1 \\
  --endpoint-url http://127.0.0.1:8080 \\
  --sent-at 2026-11-01T05:00:00Z \\
  --name 'it'\\''s' \\
  --express \\
  --lines '[
  {
    "Kind": "A"
  }
]'`);
  });

  it("prevent the AWS CLI from reading a file if a value looks like a file URL", () => {
    expect(code(1, "cli")).not.toContain("--name");
    expect(code(1, "cli")).toContain(`--cli-input-json '{`);
  });

  it("show the recorded messages unchanged", () => {
    expect(blocks(0, "wire").map((block) => block.code)).toEqual([
      `POST / HTTP/1.1
content-type: application/x-amz-json-1.1
x-amz-target: Parcels.SendParcel
host: 127.0.0.1:8080
authorization: AWS4-HMAC-SHA256 Credential=test/20261101/eu-west-1/parcels/aws4_request, Signature=0a

{"Name":"it's","Express":true}`,
      `HTTP/1.1 200 OK
content-type: application/x-amz-json-1.1

{"Id":"1"}`,
    ]);
  });

  it("show the result of the call below the code", () => {
    expect(blocks(0, "ts")[1]).toEqual({
      caption: "Result",
      language: "typescript",
      code: `{ Id: "1", ArrivesAt: new Date("2026-11-02T00:00:00.500Z") }`,
    });
    expect(blocks(0, "cli")[1]?.code).toContain('"Id": "1"');
    expect(blocks(1, "ts")[1]?.code).toBe(`error.name;    // "Refused"\nerror.message; // "no"`);
  });

  it("sign the cURL request for the service and the region of the recording", () => {
    expect(code(0, "curl")).toBe(`curl http://127.0.0.1:8080/ \\
  --aws-sigv4 aws:amz:eu-west-1:parcels \\
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\
  --header 'content-type: application/x-amz-json-1.1' \\
  --header 'x-amz-target: Parcels.SendParcel' \\
  --data-raw '{"Name":"it'\\''s","Express":true}'`);
  });

  it("omit cURL and HTTP for a call that was not recorded", () => {
    const unrecorded = siteOf(model);
    const [call] = operation ? documentedCalls(operation, unrecorded) : [];
    if (!operation || !call) throw new Error("The example is missing in the model.");
    expect(callSnippets(operation, call, unrecorded).map(({ key }) => key)).toEqual(["ts", "cli"]);
  });
});

describe("a recorded body", () => {
  it("is shown as text, CBOR notation, events or a hex dump", () => {
    const event = {
      headers: [[":event-type", "headline"]],
      payload: { kind: "text", text: '{"a":1}' },
    } as const;
    expect(readableBody({ kind: "cbor", base64: "oA==", notation: "{}" })).toBe("{}");
    expect(readableBody({ kind: "events", base64: "", events: [event, event] })).toBe(
      `:event-type: headline\n\n{"a":1}\n\n--- next event ---\n\n:event-type: headline\n\n{"a":1}`,
    );
    expect(readableBody({ kind: "bytes", base64: "AGhpIQ==" })).toBe(
      "00000000  00 68 69 21                                      .hi!",
    );
  });
});

describe("firstCall", () => {
  it("returns an example that succeeds and has no timestamp", () => {
    const [send, refuse] = operation?.examples ?? [];
    if (!operation || !send || !refuse) throw new Error("The example is missing in the model.");
    expect(hasTimestamp(operation, { SentAt: "2026-11-01T05:00:00Z" }, site.plan)).toBe(true);
    expect(hasTimestamp(operation, { Name: "x" }, site.plan)).toBe(false);
    expect(firstCall(site)?.call.title).toBe("Send");
    const timeless = { ...send, title: "Timeless", input: { Name: "x" } };
    const operations = [{ ...operation, examples: [send, timeless, refuse] }];
    const changed = { ...site, plan: { ...site.plan, operations } };
    expect(firstCall(changed)?.call.title).toBe("Timeless");
  });

  it("returns a sample if the model has no examples", () => {
    const [call] = parcelsRecordings;
    if (!operation || !call) throw new Error("The recording is missing.");
    const { title: _, ...sample } = call;
    const operations = [{ ...operation, examples: [] }];
    const recordings = new Map([["SendParcel", [sample]]]);
    expect(
      firstCall({ ...site, recordings, plan: { ...site.plan, operations } })?.call,
    ).toMatchObject({ title: undefined, input: sample.input });
  });
});

describe("syntaxOf", () => {
  it("prints every member, and stops at a recursive shape", () => {
    const shape = site.plan.shapes.find(({ name }) => name === "SendInput");
    if (shape?.kind !== "structure") throw new Error("The model has no structure SendInput.");
    expect(syntaxOf(shape, site.plan, "input")).toBe(`{
  Express: false,
  SentAt: new Date(),
  Name: "string", // required, 1 to 9 characters
  Lines: [
    {
      Kind: "A", // or "B"
      Lines: [{ /* Line, as above */ }],
    },
  ],
}`);
  });
});

describe("typescriptLiteral", () => {
  it("keeps a key that is named __proto__", () => {
    const value: NodeValue = JSON.parse(`{"__proto__": {"x": 1}, "a-b": [], "c": "</script>"}`);
    const literal = typescriptLiteral(value, undefined, site.plan);
    expect(literal).toBe(`{ ["__proto__"]: { x: 1 }, "a-b": [], c: "</script>" }`);
  });
});

describe("shellQuote", () => {
  it("returns one shell word for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (word) => {
        const printed = execFileSync("/bin/sh", ["-c", `printf %s ${shellQuote(word)}`], {
          encoding: "utf8",
        });
        expect(printed).toBe(word);
      }),
      { numRuns: 25 },
    );
  });
});
