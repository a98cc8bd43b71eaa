// A program for the AWS client of Lambda: it publishes code, invokes it and reads its log.
import * as lambda from "@aws-sdk/client-lambda";

type Reply = { readonly greeting: string };

async function invoke(client: lambda.LambdaClient, name: string, payload: object): Promise<Reply> {
  const { Payload, FunctionError, StatusCode, LogResult } = await client.send(
    new lambda.InvokeCommand({
      FunctionName: name,
      InvocationType: lambda.InvocationType.RequestResponse,
      LogType: "Tail",
      Payload: new TextEncoder().encode(JSON.stringify(payload)),
    }),
  );
  const text = Payload?.transformToString() ?? "";
  if (FunctionError) throw new Error(`${FunctionError} ${StatusCode}: ${text}`);
  return { ...JSON.parse(text), log: LogResult };
}

export async function run(config: lambda.LambdaClientConfig): Promise<unknown[]> {
  const client = new lambda.LambdaClient(config);
  const told: unknown[] = [];
  const created = await client.send(
    new lambda.CreateFunctionCommand({
      FunctionName: "hello",
      Runtime: "nodejs22.x",
      Role: "arn:aws:iam::123456789012:role/hello",
      Handler: "index.handler",
      Code: { ZipFile: new Uint8Array([80, 75, 5, 6]) },
      Environment: { Variables: { MODE: "test" } },
      Timeout: 3,
    }),
  );
  told.push(created.FunctionArn, created.State, created.CodeSize, created.Environment?.Variables);
  told.push(await invoke(client, "hello", { name: "Ann" }));
  told.push(await invoke(client, "hello", { fail: true }).catch((error: Error) => error.message));
  const pages = lambda.paginateListFunctions({ client, pageSize: 1 }, { FunctionVersion: "ALL" });
  for await (const { Functions } of pages) {
    told.push(Functions?.map(({ FunctionName, LastModified }) => [FunctionName, LastModified]));
  }
  try {
    await client.send(
      new lambda.GetFunctionCommand({ FunctionName: "gone", Qualifier: "$LATEST" }),
    );
  } catch (error) {
    if (!(error instanceof lambda.ResourceNotFoundException)) throw error;
    told.push(error.name, error.message, error.Type);
  }
  return told;
}
