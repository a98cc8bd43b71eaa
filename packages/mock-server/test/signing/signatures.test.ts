import {
  MarketplaceMeteringClient,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";

describe("a server that verifies signatures", () => {
  const server = createMockServer({ verifySignatures: { credentials: { AKIDSELLER: "secret" } } });
  beforeAll(async () => {
    await server.listen();
  });
  afterAll(() => server.close());

  const resolve = (secretAccessKey: string, more: object = {}) =>
    new MarketplaceMeteringClient({
      endpoint: server.endpoint,
      region: "eu-west-1",
      credentials: { accessKeyId: "AKIDSELLER", secretAccessKey },
      maxAttempts: 1,
      ...more,
    }).send(new ResolveCustomerCommand({ RegistrationToken: "nobody's" }));

  it("accepts requests of AWS's client", async () => {
    await expect(resolve("secret")).rejects.toMatchObject({ name: "InvalidTokenException" });
  });

  it("refuses a request that is signed with a wrong secret", async () => {
    await expect(resolve("other")).rejects.toMatchObject({
      name: "InvalidSignatureException",
      message: expect.stringContaining("the secret access key differs"),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it("names the service that a request must be signed for in its error", async () => {
    const elsewhere = { signingName: "metering.marketplace" };
    await expect(resolve("secret", elsewhere)).rejects.toMatchObject({
      name: "InvalidSignatureException",
      message: "Credential should be scoped to correct service: 'aws-marketplace'.",
    });
  });
});
