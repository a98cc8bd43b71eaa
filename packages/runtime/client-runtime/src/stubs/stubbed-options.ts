/**
 * Defaults for options that a stubbed client's code omits. They prevent look-ups in the
 * environment.
 */
export const stubbedOptions = {
  region: "us-stubbed-1",
  credentials: { accessKeyId: "stubbed-akid", secretAccessKey: "stubbed-secret" },
  token: { token: "stubbed-token" },
  apiKey: { apiKey: "stubbed-api-key" },
  ignoreConfiguredEndpointUrls: true,
};

/** The endpoint of a stubbed client without one. Nothing is sent to it. */
export const stubbedEndpoint = "https://stubbed.invalid";
