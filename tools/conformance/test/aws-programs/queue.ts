// A program for the AWS client of SQS: a consumer that polls, works and deletes in batches.
import { SQS, QueueDoesNotExist } from "@aws-sdk/client-sqs";
import type { Message, SQSClientConfig } from "@aws-sdk/client-sqs";

class Consumer {
  readonly handled: string[] = [];

  private readonly sqs: SQS;
  private readonly QueueUrl: string;

  constructor(sqs: SQS, QueueUrl: string) {
    this.sqs = sqs;
    this.QueueUrl = QueueUrl;
  }

  async poll(): Promise<number> {
    const { Messages = [] } = await this.sqs.receiveMessage({
      QueueUrl: this.QueueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 20,
      MessageAttributeNames: ["All"],
    });
    for (const message of Messages) this.work(message);
    if (Messages.length > 0) {
      await this.sqs.deleteMessageBatch({
        QueueUrl: this.QueueUrl,
        Entries: Messages.map(({ ReceiptHandle = "" }, index) => ({
          Id: String(index),
          ReceiptHandle,
        })),
      });
    }
    return Messages.length;
  }

  private work({ Body, MessageAttributes }: Message): void {
    this.handled.push(`${Body} ${MessageAttributes?.["kind"]?.StringValue}`);
  }
}

export async function run(config: SQSClientConfig): Promise<unknown[]> {
  const sqs = new SQS(config);
  const told: unknown[] = [];
  const { QueueUrl = "" } = await sqs.getQueueUrl({ QueueName: "jobs" });
  const { MessageId, MD5OfMessageBody } = await sqs.sendMessage({
    QueueUrl,
    MessageBody: "one",
    DelaySeconds: 1,
    MessageAttributes: {
      kind: { DataType: "String", StringValue: "new" },
      raw: { DataType: "Binary", BinaryValue: new Uint8Array([1, 2, 3]) },
    },
  });
  told.push(QueueUrl, MessageId, MD5OfMessageBody);
  const consumer = new Consumer(sqs, QueueUrl);
  while ((await consumer.poll()) > 0);
  told.push(consumer.handled);
  await sqs.getQueueUrl({ QueueName: "gone" }).catch((error: unknown) => {
    told.push(error instanceof QueueDoesNotExist, error instanceof Error && error.name);
  });
  return told;
}
