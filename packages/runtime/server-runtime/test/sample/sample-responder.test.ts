import { createHash } from "node:crypto";
import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import { restJson1 } from "@tinsmith/protocols/rest-json/server";
import { describe, expect, it } from "vitest";
import { createServer, ServiceError } from "../../src/entries/index.js";
import { sampleOf, sampleResponder } from "../../src/entries/samples.js";
import type { SampleResponderOptions } from "../../src/entries/samples.js";

const ns = "example";
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

const structure = (
  name: string,
  members: Readonly<Record<string, StaticStructureSchema[5][number]>>,
): StaticStructureSchema => [3, ns, name, 0, Object.keys(members), Object.values(members)];
const listOf = (name: string, item: StaticStructureSchema): StaticListSchema => [
  1,
  ns,
  name,
  0,
  () => item,
];

/** Returns the sample of an output for the given input. */
function answer(
  output: StaticStructureSchema,
  input: unknown = {},
  options: SampleResponderOptions = {},
): unknown {
  const schema: StaticOperationSchema = [9, ns, "Do", 0, structure("Input", {}), output];
  return sampleResponder(options)({ schema, errors: [] }, input, undefined as never);
}

describe("the sample of a status code member", () => {
  // The generator writes this trait as a bit.
  const coded = structure("Coded", { code: [1, 32] });
  const of = (constraints: object) =>
    sampleOf(coded, { statusCode: 201, constraints: { Coded: { code: constraints } } });

  it("is the status code of the operation, even if the member is required", () => {
    expect(of({ required: true })).toEqual({ code: 201 });
  });

  it("is within the range of the member", () => {
    expect(of({ range: { min: 202, max: 299 } })).toEqual({ code: 202 });
    expect(of({ range: { min: 100, max: 200 } })).toEqual({ code: 200 });
    expect(of({ intEnum: [1, 204] })).toEqual({ code: 204 });
  });
});

describe("the sample of a string with the media type of JSON", () => {
  it("is valid JSON, because clients parse it", () => {
    const output = structure("Out", { attributes: [0, { mediaType: "application/json" }] });
    const { attributes } = sampleOf(output) as { readonly attributes: string };
    expect(JSON.parse(attributes)).toEqual({ sample: expect.any(String) });
  });
});

describe("a sample of an output with digests", () => {
  it("has the digest of a string in the same structure or in the input", () => {
    const message = structure("Message", { Body: 0, MD5OfBody: 0, MD5OfAttributes: 0 });
    const output = structure("Out", {
      MD5OfMessageBody: 0,
      Messages: () => listOf("Messages", message),
    });
    const sample = answer(output, { MessageBody: "hello" }) as {
      MD5OfMessageBody: string;
      Messages: { Body: string; MD5OfBody: string }[];
    };
    expect(sample.MD5OfMessageBody).toBe(md5("hello"));
    expect(sample.Messages.length).toBeGreaterThan(0);
    for (const { Body, MD5OfBody, ...others } of sample.Messages) {
      expect(MD5OfBody).toBe(md5(Body));
      expect(others).toEqual({});
    }
  });

  it("reports each entry of a batch as successful, with the digest of that entry", () => {
    const result = structure("Result", { Id: 0, MessageId: 0, MD5OfMessageBody: 0 });
    const output = structure("Out", {
      Successful: () => listOf("Results", result),
      Failed: () => listOf("Failures", structure("Failure", { Id: 0, Code: 0 })),
    });
    const Entries = [
      { Id: "one", MessageBody: "a" },
      { Id: "two", MessageBody: "b" },
    ];
    expect(answer(output, { QueueUrl: "u", Entries })).toEqual({
      Successful: [
        { Id: "one", MessageId: expect.any(String), MD5OfMessageBody: md5("a") },
        { Id: "two", MessageId: expect.any(String), MD5OfMessageBody: md5("b") },
      ],
      Failed: [],
    });
  });
});

describe("a sample of a page", () => {
  it("is the last page: it has no token, and its members state that no page follows", () => {
    const output = structure("Out", {
      Next: 0,
      IsTruncated: 2,
      HasMoreStreams: 2,
      truncated: 2,
    });
    for (const seed of ["a", "b", "c", "d"]) {
      expect(answer(output, {}, { seed, pageTokens: { Do: "Next" } })).toEqual({
        IsTruncated: false,
        HasMoreStreams: false,
        truncated: false,
      });
    }
  });
});

describe("a sample of an output with waiters", () => {
  it("has the values for which waiters succeed, in structures and in each element of a list", () => {
    const state = structure("State", { Status: 0, Ready: 2 });
    const output = structure("Out", {
      Table: () => state,
      Stacks: () => listOf("Stacks", state),
      Names: [1, ns, "Names", 0, 0],
    });
    const sample = answer(
      output,
      {},
      {
        settled: {
          Do: [
            ["Table.Status", "ACTIVE"],
            ["Table.Ready", true],
            ["Stacks[].Status", "DONE"],
            ["Names[]", "same"],
            ["Missing.Status", "ACTIVE"],
          ],
        },
      },
    ) as { Table: object; Stacks: { Status: string }[]; Names: string[] };
    expect(sample.Table).toEqual({ Status: "ACTIVE", Ready: true });
    expect(new Set(sample.Stacks.map(({ Status }) => Status))).toEqual(new Set(["DONE"]));
    expect(new Set(sample.Names)).toEqual(new Set(["same"]));
    expect(sample).not.toHaveProperty("Missing");
  });
});

describe("an error in a response to HEAD", () => {
  const fail = (name: string, traits: StaticErrorSchema[3], method: string) => {
    const error: StaticErrorSchema = [-3, ns, name, traits, ["message"], [0]];
    const schema: StaticOperationSchema = [
      9,
      ns,
      "Do",
      { http: [method, "/do", 200] },
      structure("Input", {}),
      structure("Output", {}),
    ];
    const service = { namespace: ns, name: "Service", version: "1" };
    const server = createServer({
      service,
      protocols: [restJson1(service)],
      operations: [{ schema, errors: [error] }],
      handlers: {
        Do: () => {
          throw new ServiceError({ name, $fault: "client" });
        },
      },
    });
    return server.handle({ method, path: "/do", query: {}, headers: {}, body: undefined });
  };

  it("has a status derived from its name, because clients see nothing else", async () => {
    const client = { error: "client" } as const;
    expect((await fail("NotFound", client, "HEAD")).statusCode).toBe(404);
    expect((await fail("AccessDenied", client, "HEAD")).statusCode).toBe(403);
    expect((await fail("Odd", client, "HEAD")).statusCode).toBe(400);
  });

  it("has the status of the model if the model states one, and does not change for other methods", async () => {
    expect((await fail("NotFound", { error: "client", httpError: 410 }, "HEAD")).statusCode).toBe(
      410,
    );
    expect((await fail("NotFound", { error: "client" }, "GET")).statusCode).toBe(400);
  });
});
