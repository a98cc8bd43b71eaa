// A program for the AWS client of SNS: it publishes with middleware that measures the bodies.
import {
  AuthorizationErrorException,
  ListSubscriptionsByTopicCommand,
  PublishBatchCommand,
  PublishCommand,
  SNSClient,
} from "@aws-sdk/client-sns";
import type { SNSClientConfig } from "@aws-sdk/client-sns";

const TopicArn = "arn:aws:sns:us-east-1:123456789012:news";

export async function run(config: SNSClientConfig): Promise<unknown[]> {
  const told: unknown[] = [];
  const sns = new SNSClient(config);
  sns.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      told.push(`${context.clientName} ${context.commandName}`);
      return result;
    },
    { step: "initialize", name: "names" },
  );
  const sent = await sns.send(
    new PublishCommand({
      TopicArn,
      Message: "ä & b",
      Subject: "two words",
      MessageAttributes: { size: { DataType: "Number", StringValue: "3" } },
    }),
  );
  told.push(sent.MessageId, sent.SequenceNumber);
  const { Successful, Failed } = await sns.send(
    new PublishBatchCommand({
      TopicArn,
      PublishBatchRequestEntries: [
        { Id: "1", Message: "one" },
        { Id: "2", Message: "two" },
      ],
    }),
  );
  told.push(Successful, Failed);
  let NextToken: string | undefined;
  do {
    const page = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }));
    told.push(page.Subscriptions?.map(({ Endpoint, Protocol }) => `${Protocol} ${Endpoint}`));
    NextToken = page.NextToken;
  } while (NextToken);
  const error: unknown = await sns.send(new PublishCommand({ Message: "m" })).catch((e) => e);
  told.push(error instanceof AuthorizationErrorException);
  if (error instanceof AuthorizationErrorException) told.push(error.message, error.name);
  return told;
}
