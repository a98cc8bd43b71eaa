import { expect, it } from "vitest";
import { describeService } from "./service-under-test.js";

const key = { id: { S: "1" } };

describeService(
  "DynamoDB, awsJson1_0",
  {
    name: "dynamodb",
    model: "dynamodb-2012-08-10",
    awsClient: () => import("@aws-sdk/client-dynamodb"),
    client: "DynamoDBClient",
  },
  (service) => {
    it("sends and receives every kind of attribute", async () => {
      const Item = {
        ...key,
        number: { N: "3.14159265358979323846264338327950288419" },
        bytes: { B: new Uint8Array([0, 128, 255]) },
        none: { NULL: true },
        yes: { BOOL: false },
        numbers: { NS: ["1", "2"] },
        blobs: { BS: [new Uint8Array([1]), new Uint8Array([2])] },
        deep: { L: [{ M: { a: { L: [] }, b: { M: {} } } }, { S: "" }] },
      };
      service.server.on("GetItem", { TableName: "t", Key: key }).responds({ Item });
      expect(await service.call("GetItem", { TableName: "t", Key: key })).toEqual({ Item });
      await service.call("PutItem", { TableName: "t", Item });
      expect(service.received("PutItem", { TableName: "t", Item })).toBe(2);
    });

    it("fails with the members of an error", async () => {
      const CancellationReasons = [
        { Code: "ConditionalCheckFailed", Message: "no", Item: key },
        { Code: "None" },
      ];
      service.server.on("TransactWriteItems").handles(() => {
        throw Object.assign(new Error("cancelled"), {
          name: "TransactionCanceledException",
          CancellationReasons,
        });
      });
      const input = { TransactItems: [{ Delete: { TableName: "t", Key: key } }] };
      expect(await service.failure("TransactWriteItems", input)).toEqual({
        name: "TransactionCanceledException",
        message: "cancelled",
        fault: "client",
        status: 400,
        isModeled: true,
        members: { CancellationReasons },
      });
    });

    it("paginates by keys", async () => {
      const next = { id: { S: "2" } };
      service.server.on("Scan").responds({ Items: [key], Count: 1, LastEvaluatedKey: key });
      service.server.on("Scan", { ExclusiveStartKey: key }).responds({ Items: [next], Count: 1 });
      expect(await service.pages("Scan", { TableName: "t" })).toMatchObject([
        { Items: [key], Count: 1, LastEvaluatedKey: key },
        { Items: [next], Count: 1 },
      ]);
    });

    it("fails if a required member is missing", async () => {
      expect(await service.failure("GetItem", { TableName: "t" })).toMatchObject({
        name: "ValidationException",
        message: expect.stringContaining("/Key"),
        status: 400,
      });
    });
  },
);
