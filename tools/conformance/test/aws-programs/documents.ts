// A program for the AWS client of DynamoDB: a small repository with conditions and transactions.
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { AttributeValue, DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

interface Order {
  readonly id: string;
  readonly lines: readonly { readonly sku: string; readonly count: number }[];
}

const toItem = ({ id, lines }: Order): Record<string, AttributeValue> => ({
  id: { S: id },
  lines: {
    L: lines.map(({ sku, count }) => ({ M: { sku: { S: sku }, count: { N: `${count}` } } })),
  },
  tags: { SS: ["new", "paid"] },
  open: { BOOL: true },
});

const toOrder = ({ id, lines }: Record<string, AttributeValue>): Order => ({
  id: id?.S ?? "",
  lines: (lines?.L ?? []).map(({ M }) => ({
    sku: M?.["sku"]?.S ?? "",
    count: Number(M?.["count"]?.N),
  })),
});

export async function run(config: DynamoDBClientConfig): Promise<unknown[]> {
  const client = new DynamoDBClient(config);
  const told: unknown[] = [];
  const TableName = "orders";
  const put = (order: Order) =>
    client.send(
      new PutItemCommand({
        TableName,
        Item: toItem(order),
        ConditionExpression: "attribute_not_exists(id)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
  await put({ id: "1", lines: [{ sku: "a", count: 2 }] });
  await put({ id: "1", lines: [] }).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    told.push(error.name, error.message, error.Item && toOrder(error.Item));
  });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id: { S: "1" } } }));
  told.push(Item && toOrder(Item), Item);
  const { Items, Count } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "id = :id",
      ExpressionAttributeValues: { ":id": { S: "1" }, ":raw": { B: new Uint8Array([0, 255]) } },
    }),
  );
  told.push(Items, Count);
  try {
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [{ Delete: { TableName, Key: { id: { S: "1" } } } }],
      }),
    );
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    told.push(error.CancellationReasons?.map(({ Code, Message }) => [Code, Message]));
  }
  return told;
}
