import { readFileSync } from "node:fs";
import { MarketplaceMeteringClient, meterUsageRecords } from "@marketplace-metering/client";
import * as generated from "@marketplace-metering/client/stubs";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { defineClient } from "@tinsmith/dynamic-client";
import { stubsOf } from "@tinsmith/dynamic-client/stubs";

const Metering = defineClient(
  readFileSync(new URL("../../../model/model.json", import.meta.url), "utf8"),
);
const { createStubs, stubData, stubResponses } = stubsOf(Metering);

describe("stubs of a dynamic client", () => {
  it("return data, errors and raw responses in order, and record the calls", async () => {
    const client = new Metering();
    const stubs = stubResponses(client, {
      ResolveCustomer: [
        { ProductCode: "p-1" },
        "InvalidTokenException",
        { statusCode: 500, headers: {}, body: "broken" },
        ({ params }) => ({ ProductCode: JSON.stringify(params) }),
      ],
    });
    const resolve = () => client["resolveCustomer"]?.({ RegistrationToken: "t" });
    expect(await resolve()).toMatchObject({ ProductCode: "p-1" });
    await expect(resolve()).rejects.toBeInstanceOf(Metering.exceptions["InvalidTokenException"]);
    // The client retries after status 500 and gets the next stub.
    expect(await resolve()).toMatchObject({ ProductCode: '{"RegistrationToken":"t"}' });
    expect(stubs.apiRequests.map(({ operationName }) => operationName)).toEqual([
      "ResolveCustomer",
      "ResolveCustomer",
      "ResolveCustomer",
    ]);
    expect(stubs.apiRequests[2]?.context.requests).toHaveLength(2);
  });

  it("can be a plugin, and return default data", async () => {
    const stubs = createStubs();
    const client = new Metering({ plugins: [stubs] });
    const { $metadata, ...output } =
      (await client["resolveCustomer"]?.({
        RegistrationToken: "t",
      })) ?? {};
    expect(output).toEqual(generated.stubData("ResolveCustomer"));
    expect($metadata).toMatchObject({ httpStatusCode: 200 });
    expect(await client.config.region()).toBe("us-stubbed-1");
  });

  it("have the same default data as a generated client", () => {
    for (const name of ["BatchMeterUsage", "RegisterUsage", "ResolveCustomer"] as const) {
      const { $metadata: _, ...data } = { $metadata: undefined, ...stubData(name) };
      expect(data).toEqual({ ...generated.stubData(name), ...timestamps(data) });
    }
  });

  it("throw an error for data that does not match the model", () => {
    expect(() => createStubs({ ResolveCustomer: { ProductCode: 1, Else: 2 } })).toThrow(TypeError);
    expect(() => createStubs({ Nothing: {} })).toThrow('Unknown operation "Nothing"');
  });

  it("require a client class that defineClient created", () => {
    expect(() => Reflect.apply(stubsOf, undefined, [Date])).toThrow(/defineClient created/);
  });
});

/** Returns the timestamps of default data. They are the current time. */
const timestamps = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value instanceof Date));

describe.each([
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
  "smithy.protocols#rpcv2Cbor",
  "smithy.protocols#rpcv2Json",
])("stubs over %s", (protocol) => {
  it("preserve members with names from Object.prototype in outputs and errors", async () => {
    const [namespace, name] = protocol.split("#");
    const { model } = loadModel([
      {
        path: "names.smithy",
        text: `$version: "2"
namespace demo
use ${namespace}#${name}
@${name} @xmlNamespace(uri: "https://demo.example")
service Names { version: "1", operations: [Look] }
@http(method: "POST", uri: "/look")
operation Look {
  input := { constructor: String, toString: Texts, __proto__: Inner }
  output := { constructor: String, toString: Texts, __proto__: Inner, hasOwnProperty: Boolean }
  errors: [Gone]
}
list Texts { member: String }
structure Inner { valueOf: String, constructor: Integer }
@error("client") @httpError(410)
structure Gone { message: String, valueOf: String }
`,
      },
    ]);
    if (model === undefined) throw new Error("The model does not load.");
    const Names = defineClient(model);
    const client = new Names({ endpoint: "https://names.example" });
    const inner = Object.fromEntries([
      ["valueOf", "v"],
      ["constructor", 3],
    ]);
    const data = Object.fromEntries([
      ["constructor", "c"],
      ["toString", ["a", "b"]],
      ["__proto__", inner],
    ]);
    const stubs = stubsOf(Names).stubResponses(client, {
      Look: [{ ...data, hasOwnProperty: true }, goneOf(Names)],
    });
    const output = (await client["look"]?.(data)) ?? {};
    expect(Object.entries(output).filter(([member]) => member !== "$metadata")).toEqual(
      expect.arrayContaining([...Object.entries(data), ["hasOwnProperty", true]]),
    );
    expect(Object.keys(output)).toHaveLength(5);
    const error: unknown = await client["look"]?.(data).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Names.exceptions["Gone"]);
    expect(error).toMatchObject({ name: "Gone", message: "went", valueOf: "away" });
    expect(Object.entries(Object(stubs.apiRequests[0]?.params))).toEqual(Object.entries(data));
  });
});

function goneOf(Names: ReturnType<typeof defineClient>): Error {
  const Gone = Names.exceptions["Gone"];
  const error: unknown =
    Gone && Reflect.construct(Gone, [{ message: "went", $metadata: {}, valueOf: "away" }]);
  if (error instanceof Error) return error;
  throw new Error("The client class has no exception Gone.");
}

describe("batches of a dynamic client", () => {
  it("reject an input without entries with an error that names the member", async () => {
    const send = async () => Metering.batches["BatchMeterUsage"]?.({ client: new Metering() }, {});
    await expect(send()).rejects.toThrow("UsageRecords");
  });

  it.each([
    [{}, "UsageRecords of the second argument must be an array. Received Object."],
    [[{}, null], "UsageRecords[1] of the second argument must be an object. Received null."],
    [["c"], 'UsageRecords[0] of the second argument must be an object. Received "c".'],
  ])("reject the entries %j with the error of the generated client", async (records, message) => {
    // The type is wrong on purpose: JavaScript callers can pass any value.
    const input = { UsageRecords: records as [] };
    const ours = async () =>
      Metering.batches["BatchMeterUsage"]?.({ client: new Metering() }, input);
    const theirs = async () =>
      meterUsageRecords({ client: new MarketplaceMeteringClient({}) }, input);
    await expect(ours()).rejects.toThrow(new TypeError(message));
    await expect(theirs()).rejects.toThrow(new TypeError(message));
  });

  it("return the same report as batches of the generated client", async () => {
    const UsageRecords = Array.from({ length: 60 }, (_, Quantity) => ({
      Timestamp: new Date("2026-11-01T05:00:00Z"),
      CustomerIdentifier: "c",
      Dimension: "users",
      Quantity,
    }));
    const stub = ({ params }: { readonly params: object }) => {
      const sent: unknown = Reflect.get(params, "UsageRecords");
      const records = UsageRecords.filter((record) => Array.isArray(sent) && sent.includes(record));
      const later = records.filter(({ Quantity }) => Quantity % 20 === 7).slice(0, 1);
      const status = (quantity: number): string =>
        quantity % 10 === 3
          ? "CustomerNotSubscribed"
          : quantity % 10 === 4
            ? "DuplicateRecord"
            : "Success";
      return {
        Results: records
          .filter((record) => records.length === 1 || !later.includes(record))
          .map((UsageRecord) => ({ UsageRecord, Status: status(UsageRecord.Quantity) })),
        UnprocessedRecords: records.length === 1 ? [] : later,
      };
    };
    const client = new MarketplaceMeteringClient({});
    const theirs = generated.stubResponses(client, { BatchMeterUsage: stub });
    const expected = await meterUsageRecords({ client }, { UsageRecords });
    const dynamic = new Metering();
    const ours = stubResponses(dynamic, { BatchMeterUsage: stub });
    const report = await Metering.batches["BatchMeterUsage"]?.(
      { client: dynamic },
      { UsageRecords },
    );
    expect(report?.summary).toBe(expected.summary);
    expect(report?.summary).toContain("6 refused (6 × CustomerNotSubscribed)");
    expect(report?.outcomes).toEqual(expected.outcomes);
    expect(ours.apiRequests.length).toBe(theirs.apiRequests.length);
  });
});
