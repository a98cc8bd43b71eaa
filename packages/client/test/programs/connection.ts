import {
  MarketplaceMeteringClient,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import type { MarketplaceMeteringClientConfig } from "@aws-sdk/client-marketplace-metering";
import { fromEnv, fromIni } from "@aws-sdk/credential-providers";
import { NodeHttpHandler } from "@smithy/node-http-handler";

/** The ways to configure a connection and who calls. */
const configurations = (endpoint: string): Record<string, MarketplaceMeteringClientConfig> => ({
  "a handler of one's own": {
    requestHandler: new NodeHttpHandler({ connectionTimeout: 500, socketTimeout: 500 }),
  },
  "a handler by its options": { requestHandler: { connectionTimeout: 500, requestTimeout: 500 } },
  "a handler that may be one": { requestHandler: NodeHttpHandler.create({ socketTimeout: 500 }) },
  "static credentials": {
    credentials: { accessKeyId: "AKIDSTATIC", secretAccessKey: "s", sessionToken: "token" },
  },
  "a provider of credentials": {
    credentials: async () => ({ accessKeyId: "AKIDPROVIDER", secretAccessKey: "s" }),
  },
  "credentials of the environment": { credentials: fromEnv() },
  "credentials of a profile": { credentials: fromIni({ profile: "seller" }) },
  "a profile": { profile: "seller" },
  "nothing but the environment": {},
  "an endpoint as a provider": {
    endpoint: async () => {
      const { protocol, hostname, port, pathname } = new URL(endpoint);
      return { protocol, hostname, port: Number(port), path: pathname };
    },
  },
  "a region as a provider": { region: async () => "eu-west-3" },
});

/** Calls with each, and tells what the client resolved. */
export async function connect(endpoint: string): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const [name, options] of Object.entries(configurations(endpoint))) {
    const client = new MarketplaceMeteringClient({ endpoint, maxAttempts: 1, ...options });
    const { config } = client;
    const output = await client
      .send(new ResolveCustomerCommand({ RegistrationToken: name }))
      .catch((error: Error) => ({ ProductCode: `${error.name}: ${error.message}` }));
    const { accessKeyId, sessionToken } = await config.credentials();
    const resolved = await config.endpoint?.();
    told.push({
      name,
      product: output.ProductCode,
      accessKeyId,
      sessionToken,
      region: await config.region(),
      fips: await config.useFipsEndpoint(),
      dualstack: await config.useDualstackEndpoint(),
      attempts: await config.maxAttempts(),
      mode: typeof config.retryMode === "function" ? await config.retryMode() : config.retryMode,
      serviceId: config.serviceId,
      runtime: config.runtime,
      apiVersion: config.apiVersion,
      endpoint: [resolved?.protocol, resolved?.hostname, resolved?.path],
      custom: config.isCustomEndpoint,
      tls: config.tls,
      handler: config.requestHandler.metadata?.handlerProtocol,
    });
    client.destroy();
  }
  return told;
}
