// A program for the AWS client of Route 53: it changes records and waits until they are in sync.
import {
  ChangeResourceRecordSetsCommand,
  InvalidChangeBatch,
  ListResourceRecordSetsCommand,
  Route53Client,
  waitUntilResourceRecordSetsChanged,
} from "@aws-sdk/client-route-53";
import type { Change, Route53ClientConfig } from "@aws-sdk/client-route-53";

const HostedZoneId = "/hostedzone/Z1";

const upsert = (Name: string, Value: string): Change => ({
  Action: "UPSERT",
  ResourceRecordSet: { Name, Type: "TXT", TTL: 300, ResourceRecords: [{ Value }] },
});

export async function run(config: Route53ClientConfig): Promise<unknown[]> {
  const client = new Route53Client(config);
  const told: unknown[] = [];
  const { ChangeInfo } = await client.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId,
      ChangeBatch: { Comment: "a <b>", Changes: [upsert("a.example.com", '"v=1"')] },
    }),
  );
  told.push(ChangeInfo?.Id, ChangeInfo?.Status, ChangeInfo?.SubmittedAt);
  const { state } = await waitUntilResourceRecordSetsChanged(
    { client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 },
    { Id: ChangeInfo?.Id },
  );
  told.push(state);
  const { ResourceRecordSets, IsTruncated, MaxItems } = await client.send(
    new ListResourceRecordSetsCommand({
      HostedZoneId,
      StartRecordName: "a.example.com",
      MaxItems: 1,
    }),
  );
  told.push(ResourceRecordSets, IsTruncated, MaxItems);
  await client
    .send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes: [] } }))
    .catch((error: unknown) => {
      if (!(error instanceof InvalidChangeBatch)) throw error;
      told.push(error.name, error.message);
    });
  return told;
}
