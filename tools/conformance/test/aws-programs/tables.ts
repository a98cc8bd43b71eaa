// A program for the AWS client of DynamoDB with pages, items and waiters. `aws-programs.test.ts`
// runs it unchanged, and with a generated client that replaces the imported package.
import {
  DynamoDB,
  DynamoDBClient,
  paginateListTables,
  paginateScan,
  ResourceNotFoundException,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

/** Iterates through tables and their items, and waits for tables to appear and disappear. */
export async function run(config: DynamoDBClientConfig): Promise<unknown[]> {
  const client = new DynamoDBClient(config);
  const told: unknown[] = [];

  for await (const page of paginateListTables({ client, pageSize: 2 }, {})) {
    told.push(page.TableNames, page.LastEvaluatedTableName);
  }
  const from = { client, startingToken: "b", stopOnSameToken: true };
  for await (const page of paginateListTables(from, { Limit: 1 })) told.push(page.TableNames);

  for await (const { Items = [] } of paginateScan({ client }, { TableName: "a" })) {
    told.push(Items.map(({ id }) => id?.S));
  }

  const wait = { client, maxWaitTime: 5, minDelay: 1, maxDelay: 1 };
  const { state } = await waitUntilTableExists(wait, { TableName: "comes" });
  told.push(state);
  told.push((await waitUntilTableNotExists(wait, { TableName: "gone" })).state);
  const late = await waitUntilTableExists(
    { ...wait, maxWaitTime: 2 },
    { TableName: "never" },
  ).catch((error: Error) => error.name);
  told.push(late);
  const controller = new AbortController();
  controller.abort();
  const aborted = await waitUntilTableExists(
    { ...wait, abortSignal: controller.signal },
    { TableName: "never" },
  ).catch((error: Error) => error.name);
  told.push(aborted);

  const dynamo = new DynamoDB(config);
  const missing: unknown = await dynamo.describeTable({ TableName: "gone" }).catch(Object);
  told.push(missing instanceof ResourceNotFoundException && missing.$metadata.httpStatusCode);
  const put = await dynamo.putItem({
    TableName: "a",
    Item: {
      id: { S: "1" },
      size: { N: "3" },
      bytes: { B: new Uint8Array([1, 2]) },
      no: { NULL: true },
    },
  });
  told.push(put.$metadata.httpStatusCode, put.ConsumedCapacity?.CapacityUnits);
  client.destroy();
  return told;
}
