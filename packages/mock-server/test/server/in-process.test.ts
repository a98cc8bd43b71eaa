import { MarketplaceMeteringClient as AwsClient } from "@aws-sdk/client-marketplace-metering";
import * as aws from "@aws-sdk/client-marketplace-metering";
import { MarketplaceMeteringClient, ResolveCustomerCommand } from "@marketplace-metering/client";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import { describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";

const token = "eyJlbmMiOiJBMTI4R0NNIn0.cmVnaXN0cmF0aW9uLXRva2Vu";
const resolve = new aws.ResolveCustomerCommand({ RegistrationToken: token });

function setUp() {
  const server = createMockServer({ verifySignatures: true });
  const client = new AwsClient({
    region: "us-east-1",
    credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
    requestHandler: requestHandlerFor(server),
  });
  return { server, client };
}

describe("AWS's client with a server in the same process", () => {
  it("receives the same responses as over HTTP, with verified signatures", async () => {
    const { client } = setUp();
    expect(await client.send(resolve)).toMatchObject({ CustomerAWSAccountId: "111122223333" });
    await expect(
      client.send(new aws.ResolveCustomerCommand({ RegistrationToken: "x" })),
    ).rejects.toBeInstanceOf(aws.InvalidTokenException);
  });

  it("retries if the response is lost", async () => {
    const { client, server } = setUp();
    server.faults.add({ kind: "reset", times: 1 });
    const { $metadata } = await client.send(resolve);
    expect($metadata.attempts).toBe(2);
  });

  it("stops waiting if its call is aborted", async () => {
    const { client, server } = setUp();
    server.on("ResolveCustomer").delays(5000);
    const stop = new AbortController();
    const answer = client.send(resolve, { abortSignal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("the generated client with a server in the same process", () => {
  it("receives the same responses and errors as over HTTP, with verified signatures", async () => {
    const server = createMockServer({ verifySignatures: true });
    const client = new MarketplaceMeteringClient({
      region: "us-east-1",
      credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
      requestHandler: requestHandlerFor(server),
    });
    const answer = await client.send(new ResolveCustomerCommand({ RegistrationToken: token }));
    expect(answer).toMatchObject({ CustomerAWSAccountId: "111122223333" });
    await expect(
      client.send(new ResolveCustomerCommand({ RegistrationToken: "x" })),
    ).rejects.toMatchObject({ name: "InvalidTokenException" });
  });

  it("stops waiting if its call is aborted", async () => {
    const server = createMockServer();
    server.on("ResolveCustomer").delays(5000);
    const client = new MarketplaceMeteringClient({
      region: "us-east-1",
      credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
      requestHandler: requestHandlerFor(server),
    });
    const command = new ResolveCustomerCommand({ RegistrationToken: token });
    await expect(
      client.send(command, { abortSignal: AbortSignal.timeout(20) }),
    ).rejects.toMatchObject({ name: "AbortError" });
  });
});
