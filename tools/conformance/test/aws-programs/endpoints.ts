// A program for the AWS client of DynamoDB that uses endpoint discovery. `aws-programs.test.ts`
// runs it unchanged, and with a generated client that replaces the imported package.
import { DynamoDB, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

/**
 * Lists tables before and after an endpoint is discovered, and with clients that do not use
 * discovery.
 */
export async function run(config: DynamoDBClientConfig): Promise<unknown[]> {
  const told: unknown[] = [];
  const soon = () => new Promise((resolve) => setTimeout(resolve, 50));
  const client = new DynamoDBClient({
    ...config,
    endpointDiscoveryEnabled: true,
    endpointCacheSize: 10,
  });
  for (let time = 0; time < 3; time += 1) {
    const { $metadata } = await client.send(new ListTablesCommand({}));
    told.push($metadata.httpStatusCode);
    await soon();
  }
  told.push(await client.config.endpointDiscoveryEnabled());
  const others: DynamoDBClientConfig[] = [{}, { endpointDiscoveryEnabled: false }];
  for (const other of others) {
    const dynamo = new DynamoDB({ ...config, ...other });
    await dynamo.listTables({});
    await soon();
    told.push(await dynamo.config.endpointDiscoveryEnabled());
    dynamo.destroy();
  }
  const own = new DynamoDB({ ...config, endpoint: "https://mine.example" });
  await own.listTables({});
  client.destroy();
  return told;
}
