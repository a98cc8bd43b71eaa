import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { describeService } from "./service-under-test.js";

const QueueUrl = "http://127.0.0.1/123456789012/queue";
const md5 = (text: string) => createHash("md5").update(text).digest("hex");

describeService(
  "SQS, awsJson1_0",
  {
    name: "sqs",
    model: "sqs-2012-11-05",
    awsClient: () => import("@aws-sdk/client-sqs"),
    client: "SQSClient",
    config: { useQueueUrlAsEndpoint: false },
    // Disabled, because samples do not contain the hash of their content. A test below covers
    // hashes.
    awsConfig: { md5: false },
  },
  (service) => {
    it("sends and receives messages with valid hashes", async () => {
      const body = "Grüße";
      service.server.on("SendMessage").responds({ MessageId: "1", MD5OfMessageBody: md5(body) });
      expect(await service.call("SendMessage", { QueueUrl, MessageBody: body })).toEqual({
        MessageId: "1",
        MD5OfMessageBody: md5(body),
      });
      const message = {
        MessageId: "1",
        ReceiptHandle: "r",
        Body: body,
        MD5OfBody: md5(body),
        Attributes: { SentTimestamp: "1" },
        MessageAttributes: {
          bytes: { DataType: "Binary", BinaryValue: new Uint8Array([1, 2, 3]) },
        },
      };
      service.server.on("ReceiveMessage").responds({ Messages: [message] });
      expect(await service.call("ReceiveMessage", { QueueUrl })).toEqual({ Messages: [message] });
    });

    it("returns nothing for an operation without output", async () => {
      expect(await service.call("DeleteQueue", { QueueUrl })).toEqual({});
    });

    it("fails with the error codes of the query protocol, because clients still use them", async () => {
      service.server.on("GetQueueUrl").throws("QueueDoesNotExist", "no such queue");
      expect(await service.failure("GetQueueUrl", { QueueName: "q" })).toMatchObject({
        name: "QueueDoesNotExist",
        message: "no such queue",
        fault: "client",
        status: 400,
        isModeled: true,
      });
    });

    it("paginates", async () => {
      service.server.on("ListQueues").responds({ QueueUrls: [QueueUrl], NextToken: "more" });
      service.server.on("ListQueues", { NextToken: "more" }).responds({ QueueUrls: [] });
      expect(await service.pages("ListQueues", { MaxResults: 1 })).toMatchObject([
        { QueueUrls: [QueueUrl], NextToken: "more" },
        { QueueUrls: [] },
      ]);
    });
  },
);
