import { UsageRecord } from "@marketplace-metering/types/validators";
import { describe, expect, it } from "vitest";
import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MeterUsageCommand,
} from "../src/index.js";
import type { BatchMeterUsageCommandInput } from "../src/index.js";
import {
  convertInput,
  convertParams,
  ParameterValidationError,
  validateParams,
} from "../src/params.js";
import { offline, stubHandler } from "./stub-handler.js";

const createClient = (handler: ReturnType<typeof stubHandler>["handler"]) =>
  new MarketplaceMeteringClient({
    region: "us-east-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    requestHandler: handler,
  });

/** Removes the type of an input, as if a JavaScript program passed it. */
const untyped = (input: object): BatchMeterUsageCommandInput => JSON.parse(JSON.stringify(input));

describe("validateParams", () => {
  it("rejects invalid input with a list of all problems", async () => {
    const { handler, requests } = stubHandler({});
    const client = createClient(handler);
    client.middlewareStack.use(validateParams());
    const input = untyped({
      UsageRecords: [{ Dimension: 1, Timestamp: "2026-11-01T05:00:00Z", Quantty: 3 }, {}],
    });
    const error: unknown = await client.send(new BatchMeterUsageCommand(input)).catch((e) => e);
    expect(error).toBeInstanceOf(ParameterValidationError);
    expect(error).toMatchObject({
      message: [
        "The parameters have 5 problems:",
        "- expected UsageRecords[0].Timestamp to be a Date, got a string",
        "- expected UsageRecords[0].Dimension to be a string, got a number",
        "- unexpected value at UsageRecords[0].Quantty",
        "- missing required value at UsageRecords[1].Timestamp",
        "- missing required value at UsageRecords[1].Dimension",
      ].join("\n"),
    });
    expect(requests).toEqual([]);
  });

  it("sends valid input, and generates a missing client token", async () => {
    const { handler, requests } = stubHandler({ body: { MeteringRecordId: "id" } });
    const client = createClient(handler);
    client.middlewareStack.use(validateParams());
    const output = await client.send(
      new MeterUsageCommand({ ProductCode: "p", Timestamp: new Date(0), UsageDimension: "d" }),
    );
    expect(output.MeteringRecordId).toBe("id");
    expect(JSON.parse(requests[0]?.body)).toHaveProperty("ClientToken");
  });

  it("does not check lengths, ranges and patterns if constraints is false", async () => {
    const { handler, requests } = stubHandler({});
    const client = createClient(handler);
    const command = () =>
      new MeterUsageCommand({ ProductCode: "a b", Timestamp: new Date(0), UsageDimension: "" });
    client.middlewareStack.use(validateParams({ constraints: false }));
    await client.send(command());
    expect(requests).toHaveLength(1);
    client.middlewareStack.use(validateParams());
    await expect(client.send(command())).rejects.toThrow("The parameters have 3 problems");
    expect(requests).toHaveLength(1);
  });

  it("can be a plugin of a client or of a client class", async () => {
    const { handler, requests } = stubHandler({});
    const plugins = [validateParams(), convertParams({ timestamp: true })];
    const client = new MarketplaceMeteringClient({ ...offline, requestHandler: handler, plugins });
    const record = { Dimension: "users", Timestamp: "2026-11-01T05:00:00Z" };
    await client.send(new BatchMeterUsageCommand(untyped({ UsageRecords: [record] })));
    expect(requests).toHaveLength(1);
    const [check] = plugins;
    if (check === undefined) throw new Error("The plugin is missing.");
    MarketplaceMeteringClient.addPlugin(check);
    try {
      const another = new MarketplaceMeteringClient({ ...offline, requestHandler: handler });
      await expect(another.send(new BatchMeterUsageCommand(untyped({})))).rejects.toThrow(
        "missing required value at UsageRecords",
      );
    } finally {
      MarketplaceMeteringClient.removePlugin(check);
    }
  });

  it("can be added to a single command", async () => {
    const { handler, requests } = stubHandler({});
    const command = new BatchMeterUsageCommand(untyped({}));
    command.middlewareStack.use(validateParams());
    await expect(createClient(handler).send(command)).rejects.toThrow(
      "missing required value at UsageRecords",
    );
    expect(requests).toEqual([]);
  });
});

describe("convertParams", () => {
  it("converts before validateParams validates, regardless of the order of the plugins", async () => {
    const { handler, requests } = stubHandler({});
    const client = createClient(handler);
    client.middlewareStack.use(validateParams());
    client.middlewareStack.use(convertParams({ timestamp: true, number: true }));
    const input = untyped({
      UsageRecords: [{ Dimension: "users", Timestamp: "2026-11-01T05:00:00Z", Quantity: "3" }],
    });
    await client.send(new BatchMeterUsageCommand(input));
    expect(JSON.parse(requests[0]?.body).UsageRecords).toEqual([
      { Dimension: "users", Timestamp: 1793509200, Quantity: 3 },
    ]);
  });

  it("is not necessary for a call of convertInput", () => {
    expect(
      convertInput(UsageRecord, { Timestamp: 1793509200, Dimension: "users" }, { timestamp: true }),
    ).toEqual({ Timestamp: new Date("2026-11-01T05:00:00Z"), Dimension: "users" });
  });
});

describe("a client without validateParams", () => {
  it("does not check its input, like the AWS SDK", async () => {
    const { handler, requests } = stubHandler({});
    await createClient(handler).send(new BatchMeterUsageCommand(untyped({ Other: 1 })));
    expect(requests).toHaveLength(1);
  });
});
