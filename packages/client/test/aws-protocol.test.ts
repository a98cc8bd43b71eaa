import { AwsJson1_1Protocol } from "@aws-sdk/core/protocols";
import { describe, expect, it } from "vitest";
import { InvalidTokenException, MarketplaceMetering } from "../src/index.js";
import { bodyText, failure, offline, stubHandler } from "./stub-handler.js";
import type { Stub } from "./stub-handler.js";

const record = {
  Timestamp: 1_793_509_200,
  Dimension: "users",
  Quantity: 1,
  CustomerAWSAccountId: "111122223333",
};
const answer: Stub = {
  body: { Results: [{ UsageRecord: record, Status: "Success", MeteringRecordId: "r" }] },
};

describe("a protocol of the AWS SDK in the place of ours", () => {
  it("sends the same request and reads the same output", async () => {
    const call = async (options: object) => {
      const { handler, requests } = stubHandler(answer);
      const client = new MarketplaceMetering({ ...offline, ...options, requestHandler: handler });
      const output = await client.batchMeterUsage({
        UsageRecords: [
          { Timestamp: new Date("2026-11-01T05:00:00Z"), Dimension: "users", Quantity: 1 },
        ],
      });
      const [{ method, path, headers, body } = { method: "", path: "", headers: {}, body: "" }] =
        requests;
      const sent = {
        method,
        path,
        target: Reflect.get(headers, "x-amz-target"),
        body: JSON.parse(bodyText(body)),
      };
      return { sent, results: output.Results, status: output.$metadata.httpStatusCode };
    };
    expect(await call({ protocol: AwsJson1_1Protocol })).toEqual(await call({}));
  });

  it("still gives errors the classes of this client", async () => {
    const { handler } = stubHandler(failure("InvalidTokenException"));
    const client = new MarketplaceMetering({
      ...offline,
      protocol: AwsJson1_1Protocol,
      requestHandler: handler,
    });
    const error = await client
      .resolveCustomer({ RegistrationToken: "t" })
      .catch((thrown: unknown) => thrown);
    expect(Object.getPrototypeOf(error)).toBe(InvalidTokenException.prototype);
    expect(error).toMatchObject({
      message: "It was InvalidTokenException.",
      $metadata: { httpStatusCode: 400 },
    });
  });
});
