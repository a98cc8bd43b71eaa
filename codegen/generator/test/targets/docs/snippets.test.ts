import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import type { NodeValue } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import type { ExamplePlan } from "@tinsmith/service";
import { firstExample, hasTimestamp } from "../../../src/targets/docs/snippets/first-example.js";
import { shellQuote } from "../../../src/targets/docs/snippets/shell-quote.js";
import { exampleSnippets } from "../../../src/targets/docs/snippets/snippets.js";
import { syntaxOf } from "../../../src/targets/docs/snippets/syntax.js";
import { typescriptLiteral } from "../../../src/targets/docs/snippets/typescript-literal.js";
import { modelOf, siteOf } from "./load-plan.js";
import { parcelsModel } from "./parcels-model.js";

const site = siteOf(modelOf([{ path: "parcels.smithy", text: parcelsModel }]));
const [operation] = site.plan.operations;
function code(example: number, key: string): string {
  const chosen = operation?.examples[example];
  if (!operation || !chosen) throw new Error("The example is missing in the model.");
  const snippet = exampleSnippets(operation, chosen, site).find((each) => each.key === key);
  return snippet?.blocks.map((block) => block.code).join("\n\n") ?? "";
}

describe("the snippets of an example", () => {
  it("send the command to the mock server in TypeScript", () => {
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
    expect(code(0, "cli")).toBe(`aws parcelpost send-parcel \\
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

  it("keep the AWS CLI from reading a file that a value names", () => {
    expect(code(1, "cli")).not.toContain("--name");
    expect(code(1, "cli")).toContain(`--cli-input-json '{`);
  });

  it("order the members of a message by the schema and write timestamps in seconds", () => {
    expect(code(0, "wire")).toBe(`POST / HTTP/1.1
Content-Type: application/x-amz-json-1.1
X-Amz-Target: Parcels.SendParcel

{
  "Name": "it's",
  "Express": true,
  "SentAt": 1793509200,
  "Lines": [
    {
      "Kind": "A"
    }
  ]
}

HTTP/1.1 200 OK
Content-Type: application/x-amz-json-1.1

{
  "Id": "1",
  "ArrivesAt": 1793577600.5
}`);
  });

  it("show the status and the name of an error in its message", () => {
    expect(code(1, "wire")).toContain(`HTTP/1.1 409 Conflict
Content-Type: application/x-amz-json-1.1

{
  "__type": "Refused",
  "message": "no"
}`);
  });

  it("sign the request of cURL for the service", () => {
    expect(code(0, "curl")).toContain("--aws-sigv4 aws:amz:us-east-1:parcels \\\n");
  });
});

describe("firstExample", () => {
  it("prefers an example that succeeds and has no timestamp", () => {
    const named = (title: string): ExamplePlan[] =>
      (operation?.examples ?? []).filter((example) => example.title === title);
    const [send, refuse] = [...named("Send"), ...named("Refuse")];
    if (!operation || !send || !refuse) throw new Error("The example is missing in the model.");
    expect(hasTimestamp(operation, send, site.plan)).toBe(true);
    expect(hasTimestamp(operation, refuse, site.plan)).toBe(false);
    expect(firstExample(site.plan)?.example).toBe(send);
    const timeless = { ...send, title: "Timeless", input: { Name: "x" } };
    const operations = [{ ...operation, examples: [send, timeless, refuse] }];
    expect(firstExample({ ...site.plan, operations })?.example).toBe(timeless);
  });
});

describe("syntaxOf", () => {
  it("prints every member and stops at a recursive shape", () => {
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
  it("makes one shell word of any text", () => {
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
