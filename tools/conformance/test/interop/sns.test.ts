import { expect, it } from "vitest";
import { describeService } from "./service-under-test.js";

const TopicArn = "arn:aws:sns:eu-central-1:123456789012:topic";

describeService(
  "SNS, awsQuery",
  {
    name: "sns",
    model: "sns-2010-03-31",
    awsClient: () => import("@aws-sdk/client-sns"),
    client: "SNSClient",
  },
  (service) => {
    it("reads maps of structures with bytes", async () => {
      const input = {
        TopicArn,
        Message: "Grüße\n& mehr",
        MessageAttributes: {
          text: { DataType: "String", StringValue: "ä" },
          bytes: { DataType: "Binary", BinaryValue: new Uint8Array([0, 1, 255]) },
        },
      };
      service.server.on("Publish", input).responds({ MessageId: "m-1", SequenceNumber: "7" });
      expect(await service.call("Publish", input)).toEqual({
        MessageId: "m-1",
        SequenceNumber: "7",
      });
    });

    it("serializes maps and empty lists", async () => {
      const Attributes = { DisplayName: "<b>&amp;</b>", Empty: "" };
      service.server.on("GetTopicAttributes").responds({ Attributes });
      service.server.on("ListTopics").responds({ Topics: [] });
      expect(await service.call("GetTopicAttributes", { TopicArn })).toEqual({ Attributes });
      expect(await service.call("ListTopics", {})).toEqual({ Topics: [] });
    });

    it("returns the failures of some entries of a batch", async () => {
      const Failed = [{ Id: "b", Code: "TooLong", SenderFault: true, Message: "too long" }];
      const Successful = [{ Id: "a", MessageId: "m-a" }];
      service.server.on("PublishBatch").responds({ Successful, Failed });
      const entries = [
        { Id: "a", Message: "one" },
        { Id: "b", Message: "two" },
      ];
      const output = await service.call("PublishBatch", {
        TopicArn,
        PublishBatchRequestEntries: entries,
      });
      expect(output).toEqual({ Successful, Failed });
    });

    it("paginates", async () => {
      const topic = (name: string) => ({ TopicArn: `${TopicArn}-${name}` });
      service.server.on("ListTopics").responds({ Topics: [topic("a")], NextToken: "more" });
      service.server.on("ListTopics", { NextToken: "more" }).responds({ Topics: [topic("b")] });
      expect(await service.pages("ListTopics", {})).toMatchObject([
        { Topics: [topic("a")], NextToken: "more" },
        { Topics: [topic("b")] },
      ]);
    });

    it("fails with modeled errors whose name and status come from their traits", async () => {
      service.server.on("Publish").throws("NotFoundException", "no such topic");
      expect(await service.failure("Publish", { TopicArn, Message: "m" })).toEqual({
        name: "NotFoundException",
        message: "no such topic",
        fault: "client",
        status: 404,
        isModeled: true,
        members: {},
      });
    });
  },
);
