// Calls the mock server with the client in the current runtime. Returns one line per check.

/**
 * Credentials in environment variables: without `credentials`, the client uses the default chain.
 */
const keys = { AWS_ACCESS_KEY_ID: "mock", AWS_SECRET_ACCESS_KEY: "mock" };

module.exports = async function calls(clientPackage, mockPackage) {
  const { InvalidProductCodeException, MarketplaceMetering, meterUsageRecords } = clientPackage;
  Object.assign(process.env, keys);
  // The library that verifies signatures needs a class that the `jsdom` of jest hides.
  const verifySignatures = typeof TextEncoder === "function";
  const server = await mockPackage.createMockServer({ verifySignatures }).listen();
  const client = new MarketplaceMetering({ region: "us-east-1", endpoint: server.endpoint });
  const done = [];
  try {
    const Timestamp = new Date();
    const [{ code: ProductCode }] = server.state.products;
    const metered = await client.meterUsage({ ProductCode, Timestamp, UsageDimension: "users" });
    done.push(`meters usage: ${typeof metered.MeteringRecordId}`);

    const refused = await client
      .meterUsage({ ProductCode: "unknown", Timestamp, UsageDimension: "users" })
      .catch((error) => error);
    done.push(`refuses an unknown product: ${refused instanceof InvalidProductCodeException}`);

    const UsageRecords = [
      {
        Timestamp,
        CustomerAWSAccountId: "111122223333",
        LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
        Dimension: "users",
        Quantity: 3,
      },
    ];
    const { outcomes } = await meterUsageRecords({ client }, { UsageRecords });
    done.push(`meters a batch: ${outcomes.map(({ outcome }) => outcome)}`);
    server.verify("BatchMeterUsage", { UsageRecords: [{ Dimension: "users" }] });
    done.push("records the calls: true");
  } finally {
    client.destroy();
    await server.close();
  }
  return done;
};

module.exports.expected = [
  "meters usage: string",
  "refuses an unknown product: true",
  "meters a batch: accepted",
  "records the calls: true",
];
