// A program for the AWS client of STS: it assumes one role with the credentials of another.
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  MalformedPolicyDocumentException,
  STSClient,
} from "@aws-sdk/client-sts";
import type { Credentials, STSClientConfig } from "@aws-sdk/client-sts";

const identityOf = ({ AccessKeyId, SecretAccessKey, SessionToken, Expiration }: Credentials) => ({
  accessKeyId: AccessKeyId ?? "",
  secretAccessKey: SecretAccessKey ?? "",
  sessionToken: SessionToken ?? "",
  expiration: Expiration ?? new Date(0),
});

export async function run(config: STSClientConfig) {
  const told: unknown[] = [];
  let client = new STSClient(config);
  for (const role of ["first", "second"]) {
    const { Credentials: credentials, AssumedRoleUser } = await client.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::123456789012:role/${role}`,
        RoleSessionName: "chain",
        DurationSeconds: 900,
        Policy: '{"Statement": []}',
        TransitiveTagKeys: ["team", "cost center"],
        Tags: [{ Key: "team", Value: "a&b" }],
      }),
    );
    if (credentials === undefined) throw new Error("The role has no credentials.");
    told.push(identityOf(credentials), AssumedRoleUser?.Arn);
    client = new STSClient({ ...config, credentials: identityOf(credentials) });
  }
  const { Account, Arn, $metadata } = await client.send(new GetCallerIdentityCommand({}));
  told.push(Account, Arn, $metadata.requestId);
  try {
    await client.send(
      new AssumeRoleCommand({
        RoleArn: "arn:aws:iam::123456789012:role/third",
        RoleSessionName: "chain",
        Policy: "{",
      }),
    );
  } catch (error) {
    if (!(error instanceof MalformedPolicyDocumentException)) throw error;
    told.push(error.name, error.message, error.$fault, error.$metadata.httpStatusCode);
  }
  return told;
}
