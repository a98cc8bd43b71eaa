import { MarketplaceMetering } from "@marketplace-metering/client";

/** Resolves a customer and meters usage, as the page of a seller does. */
export async function meter(endpoint: string, token: string, quantity: number): Promise<unknown> {
  const client = new MarketplaceMetering({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
    maxAttempts: 1,
  });
  try {
    const customer = await client.resolveCustomer({ RegistrationToken: token });
    const { Results } = await client.batchMeterUsage({
      UsageRecords: [
        {
          Timestamp: new Date(),
          CustomerAWSAccountId: customer.CustomerAWSAccountId,
          LicenseArn: customer.LicenseArn,
          Dimension: "users",
          Quantity: quantity,
        },
      ],
    });
    return { account: customer.CustomerAWSAccountId, status: Results?.[0]?.Status };
  } catch (error) {
    // If the page may not read a response, the failure does not have the name of a service error.
    const { name, message } = error as Error;
    return { error: name, message };
  }
}

Object.assign(globalThis, { meter });
