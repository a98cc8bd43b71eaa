// A program for the AWS client of Kinesis, with callbacks: it writes records and reads a shard.
import { Kinesis, ProvisionedThroughputExceededException } from "@aws-sdk/client-kinesis";
import type {
  GetRecordsOutput,
  KinesisClientConfig,
  PutRecordsOutput,
} from "@aws-sdk/client-kinesis";

export function run(config: KinesisClientConfig): Promise<unknown[]> {
  const kinesis = new Kinesis(config);
  const told: unknown[] = [];
  const StreamName = "clicks";

  return new Promise((resolve, reject) => {
    kinesis.putRecords(
      {
        StreamName,
        Records: ["a", "b"].map((PartitionKey) => ({
          PartitionKey,
          Data: new TextEncoder().encode(`click ${PartitionKey}`),
        })),
      },
      (error: Error | null, output?: PutRecordsOutput) => {
        if (error) return reject(error);
        told.push(output?.FailedRecordCount, output?.Records);
        kinesis.getShardIterator(
          {
            StreamName,
            ShardId: "shardId-0",
            ShardIteratorType: "AT_TIMESTAMP",
            Timestamp: new Date("2026-11-01T05:00:00.250Z"),
          },
          (failure: Error | null, found) => {
            if (failure) return reject(failure);
            read(found?.ShardIterator);
          },
        );
      },
    );

    function read(ShardIterator: string | undefined): void {
      if (ShardIterator === undefined) return finish();
      kinesis.getRecords({ ShardIterator, Limit: 100 }, (error: Error | null, output) => {
        if (error) return reject(error);
        tell(output);
        read(output?.NextShardIterator);
      });
    }

    function tell({ Records = [], MillisBehindLatest }: Partial<GetRecordsOutput> = {}): void {
      for (const { Data, ApproximateArrivalTimestamp, SequenceNumber } of Records) {
        const text = Data === undefined ? "" : new TextDecoder().decode(Data);
        told.push([text, ApproximateArrivalTimestamp?.toISOString(), SequenceNumber]);
      }
      told.push(MillisBehindLatest);
    }

    function finish(): void {
      kinesis.getRecords({ ShardIterator: "busy" }, (error: unknown) => {
        told.push(error instanceof ProvisionedThroughputExceededException);
        resolve(told);
      });
    }
  });
}
