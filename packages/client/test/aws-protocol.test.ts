import * as aws from "@aws-sdk/client-marketplace-metering";
import { AwsJson1_1Protocol } from "@aws-sdk/core/protocols";
import { describe, expect, it } from "vitest";
import {
  errorTypeRegistries,
  InvalidTokenException,
  InvalidTokenException$,
  MarketplaceMetering,
  MarketplaceMeteringServiceException,
  MarketplaceMeteringServiceException$,
} from "../src/index.js";
import { bodyText, failure, offline, stubHandler } from "./stub-handler.js";
import type { Stub } from "./stub-handler.js";

const record = {
  Timestamp: 1_793_509_200,
  Dimension: "users",
  Quantity: 1,
  CustomerAWSAccountId: "111122223333",
};
const response: Stub = {
  body: { Results: [{ UsageRecord: record, Status: "Success", MeteringRecordId: "r" }] },
};

// The declared type refers to an AWS SDK class with private members. No other class is assignable
// to this class.
const registries: { errorTypeRegistries: typeof aws.errorTypeRegistries } = Object.assign(
  Object.create(null),
  { errorTypeRegistries },
);

describe("a protocol of the AWS SDK in this client", () => {
  it("sends the same request and reads the same output", async () => {
    const call = async (options: object) => {
      const { handler, requests } = stubHandler(response);
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

  it("creates errors of the classes of this client if it is constructed with the type registries", async () => {
    const { handler } = stubHandler(failure("InvalidTokenException"), failure("SomethingElse"));
    const protocol = new AwsJson1_1Protocol({
      defaultNamespace: "com.amazonaws.marketplacemetering",
      serviceTarget: "AWSMPMeteringService",
      ...registries,
    });
    const client = new MarketplaceMetering({ ...offline, protocol, requestHandler: handler });
    const call = () => client.resolveCustomer({ RegistrationToken: "t" });
    const [known, unknown] = [await call().catch(Object), await call().catch(Object)];
    expect(Object.getPrototypeOf(known)).toBe(InvalidTokenException.prototype);
    expect(Object.getPrototypeOf(unknown)).toBe(MarketplaceMeteringServiceException.prototype);
    expect(errorTypeRegistries.map(({ namespace }) => namespace)).toEqual(
      aws.errorTypeRegistries.map(({ namespace }) => namespace),
    );
    expect(errorTypeRegistries[0]?.getBaseException()).toEqual(
      aws.MarketplaceMeteringServiceException$,
    );
    expect(errorTypeRegistries[0]?.getBaseException()).toBe(MarketplaceMeteringServiceException$);
    expect(errorTypeRegistries[1]?.getErrorCtor(InvalidTokenException$)).toBe(
      InvalidTokenException,
    );
  });

  it("creates errors of the classes of this client if it is passed as a class", async () => {
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
