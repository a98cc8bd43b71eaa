import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MarketplaceMeteringClient, MeterUsageCommand } from "../src/index.js";

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let url: string;
const received: Received[] = [];

const roleCredentials = `<AssumeRoleResponse><AssumeRoleResult>
  <AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/meter/s</Arn></AssumedRoleUser>
  <Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
  <SessionToken>token of the role</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>
</AssumeRoleResult></AssumeRoleResponse>`;

/** A local server for STS and the metering service. */
const aws = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += String(chunk);
  received.push({ headers: request.headers, body });
  response.end(request.headers["x-amz-target"] ? '{"MeteringRecordId":"id"}' : roleCredentials);
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "credential-chain-"));
  received.length = 0;
  aws.listen(0, "127.0.0.1");
  await once(aws, "listening");
  const address = aws.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  writeFileSync(
    join(folder, "config"),
    `[profile seller]
role_arn = arn:aws:iam::111122223333:role/meter
role_session_name = metering
source_profile = base
region = eu-central-1

[profile base]
aws_access_key_id = AKIDBASE
aws_secret_access_key = secret
`,
  );
  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
  vi.stubEnv("AWS_ACCESS_KEY_ID", "");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "");
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_ENDPOINT_URL_STS", url);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  aws.closeAllConnections();
  aws.close();
  await once(aws, "close");
});

describe("the credential chain", () => {
  it("signs with the credentials of STS if the profile specifies a role", async () => {
    const client = new MarketplaceMeteringClient({ profile: "seller", endpoint: url });
    await client.send(
      new MeterUsageCommand({ ProductCode: "p", Timestamp: new Date(), UsageDimension: "users" }),
    );

    const [assumed, metered] = received;
    expect(assumed?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDBASE\/\d+\/eu-central-1\/sts\//,
    );
    expect(assumed?.body).toContain("Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam");
    expect(metered?.headers["x-amz-security-token"]).toBe("token of the role");
    expect(metered?.headers.authorization).toMatch(
      /Credential=ASIAROLE\/\d+\/eu-central-1\/aws-marketplace\//,
    );
  });

  it("prefers the environment to the profile, unless the code or AWS_PROFILE selects a profile", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDENV");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    const path = join(folder, "default");
    writeFileSync(path, "[default]\naws_access_key_id = AKIDDEFAULT\naws_secret_access_key = s\n");
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", path);
    const resolveKey = async (options: object): Promise<string> => {
      const { config } = new MarketplaceMeteringClient({ region: "us-east-1", ...options });
      return (await config.credentials()).accessKeyId;
    };
    expect(await resolveKey({})).toBe("AKIDENV");
    expect(await resolveKey({ profile: "base" })).toBe("AKIDBASE");
    vi.stubEnv("AWS_PROFILE", "base");
    expect(await resolveKey({})).toBe("AKIDBASE");
  });
});
