// A program for the AWS client of DynamoDB that lets the service name the endpoint. `aws-programs.test.ts` runs it as it
// is, and with a generated client in the place of the package that it imports.
import { DynamoDB, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

/** Lists tables: before an endpoint is known, when there is one, and with clients that ask for none. */
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
