import { expect, it } from "vitest";
import { describeService } from "./service-under-test.js";

describeService(
  "Kinesis, awsJson1_1",
  {
    name: "kinesis",
    model: "kinesis-2013-12-02",
    awsClient: () => import("@aws-sdk/client-kinesis"),
    client: "KinesisClient",
  },
  (service) => {
    const Data = new Uint8Array([0, 1, 254, 255]);

    it("sends and receives bytes and times with milliseconds", async () => {
      const Records = [
        {
          SequenceNumber: "1",
          ApproximateArrivalTimestamp: new Date("2026-11-01T05:00:00.123Z"),
          Data,
          PartitionKey: "p",
        },
      ];
      service.server.on("GetRecords").responds({ Records, MillisBehindLatest: 0 });
      expect(await service.call("GetRecords", { ShardIterator: "i" })).toEqual({
        Records,
        MillisBehindLatest: 0,
      });
      const input = { StreamName: "s", Records: [{ Data, PartitionKey: "p" }] };
      await service.call("PutRecords", input);
      expect(service.received("PutRecords", input)).toBe(2);
    });

    it("streams events, and ends the stream with an error event", async () => {
      const event = {
        SubscribeToShardEvent: {
          Records: [{ SequenceNumber: "1", Data, PartitionKey: "p" }],
          ContinuationSequenceNumber: "2",
          MillisBehindLatest: 5,
        },
      };
      service.server.on("SubscribeToShard").handles(() => ({
        EventStream: (async function* () {
          yield event;
          yield { SubscribeToShardEvent: { ...event.SubscribeToShardEvent, Records: [] } };
        })(),
      }));
      const input = {
        ConsumerARN: "arn:aws:kinesis:eu-central-1:123456789012:stream/s/consumer/c:1",
        ShardId: "shardId-0",
        StartingPosition: { Type: "LATEST" },
      };
      expect(await service.call("SubscribeToShard", input)).toEqual({
        EventStream: [
          event,
          { SubscribeToShardEvent: { ...event.SubscribeToShardEvent, Records: [] } },
        ],
      });
    });

    it("fails with modeled errors", async () => {
      service.server.on("PutRecord").throws("ProvisionedThroughputExceededException", "slower");
      const input = { StreamName: "s", Data, PartitionKey: "p" };
      expect(await service.failure("PutRecord", input)).toEqual({
        name: "ProvisionedThroughputExceededException",
        message: "slower",
        fault: "client",
        status: 400,
        isModeled: true,
        members: {},
      });
    });
  },
);
