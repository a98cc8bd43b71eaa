import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { createMockServer } from "@marketplace-metering/mock-server";
import { describe, expect, it } from "vitest";

const { error } = spawnSync("aws", ["--version"], { stdio: "ignore" });
const missing = error && "skipped: the command aws is missing";
if (missing !== undefined)
  console.log(`The AWS command line against Marketplace Metering: ${missing}`);

describe.skipIf(missing !== undefined)("the AWS command line against Marketplace Metering", () => {
  it("finds the server by the environment variables in the banner", async () => {
    await using server = await createMockServer().listen();
    const token = server.issueToken({
      customer: "777788889999",
      product: "4rjezcm9xqk27tdplw0sv1gnb",
    });
    const { stdout } = await promisify(execFile)(
      "aws",
      ["meteringmarketplace", "resolve-customer", "--registration-token", token],
      {
        env: {
          ...process.env,
          AWS_ENDPOINT_URL_MARKETPLACE_METERING: server.endpoint,
          AWS_REGION: "us-east-1",
          AWS_DEFAULT_REGION: "us-east-1",
          AWS_ACCESS_KEY_ID: "mock",
          AWS_SECRET_ACCESS_KEY: "mock",
        },
      },
    );
    expect(JSON.parse(stdout)).toEqual({
      CustomerIdentifier: "ifAPi5AcF3",
      CustomerAWSAccountId: "777788889999",
      ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
    });
  });
});
