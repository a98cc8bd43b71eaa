/** Options of stubbed clients that the code does not set. Nothing is looked up for them, and nothing asked. */
export const stubbedOptions = {
  region: "us-stubbed-1",
  credentials: { accessKeyId: "stubbed-akid", secretAccessKey: "stubbed-secret" },
  token: { token: "stubbed-token" },
  apiKey: { apiKey: "stubbed-api-key" },
  ignoreConfiguredEndpointUrls: true,
};
