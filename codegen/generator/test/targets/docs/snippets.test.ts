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
  if (!operation || !chosen) throw new Error("The model has no such example.");
  const snippet = exampleSnippets(operation, chosen, site).find((each) => each.key === key);
  return snippet?.blocks.map((block) => block.code).join("\n\n") ?? "";
}

describe("the snippets of an example", () => {
  it("TypeScript calls the mock server with the command", () => {
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

  it("TypeScript catches the error that the example is about", () => {
    expect(code(1, "ts")).toContain("if (!(error instanceof Refused)) throw error;");
  });

  it("the AWS CLI has an option for each member, quoted for a shell", () => {
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

  it("the AWS CLI is not led to read a file that a value happens to name", () => {
    expect(code(1, "cli")).not.toContain("--name");
    expect(code(1, "cli")).toContain(`--cli-input-json '{`);
  });

  it("on the wire members stand in the order of the schema and timestamps are seconds", () => {
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

  it("an error on the wire has its status and its name", () => {
    expect(code(1, "wire")).toContain(`HTTP/1.1 409 Conflict
Content-Type: application/x-amz-json-1.1

{
  "__type": "Refused",
  "message": "no"
}`);
  });

  it("cURL signs for the service", () => {
    expect(code(0, "curl")).toContain("--aws-sigv4 aws:amz:us-east-1:parcels \\\n");
  });
});

it("the first example succeeds, and is one that does not grow old where there is one", () => {
  const named = (title: string): ExamplePlan[] =>
    (operation?.examples ?? []).filter((example) => example.title === title);
  const [send, refuse] = [...named("Send"), ...named("Refuse")];
  if (!operation || !send || !refuse) throw new Error("The model has no such example.");
  expect(hasTimestamp(operation, send, site.plan)).toBe(true);
  expect(hasTimestamp(operation, refuse, site.plan)).toBe(false);
  expect(firstExample(site.plan)?.example).toBe(send);
  const timeless = { ...send, title: "Timeless", input: { Name: "x" } };
  const operations = [{ ...operation, examples: [send, timeless, refuse] }];
  expect(firstExample({ ...site.plan, operations })?.example).toBe(timeless);
});

it("the syntax of a request names every member once and stops where a shape holds itself", () => {
  const shape = site.plan.shapes.find(({ name }) => name === "SendInput");
  if (shape?.kind !== "structure") throw new Error("The model has no such structure.");
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

it("a literal keeps a key named __proto__ a key", () => {
  const value: NodeValue = JSON.parse(`{"__proto__": {"x": 1}, "a-b": [], "c": "</script>"}`);
  const literal = typescriptLiteral(value, undefined, site.plan);
  expect(literal).toBe(`{ ["__proto__"]: { x: 1 }, "a-b": [], c: "</script>" }`);
});

it("a quoted word is one word to a shell, whatever is in it", () => {
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
