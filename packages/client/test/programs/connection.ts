import {
  MarketplaceMeteringClient,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import type { MarketplaceMeteringClientConfig } from "@aws-sdk/client-marketplace-metering";
import { fromEnv, fromIni } from "@aws-sdk/credential-providers";
import { NodeHttpHandler } from "@smithy/node-http-handler";

/** Configurations of the connection and of the identity of the caller. */
const configurations = (endpoint: string): Record<string, MarketplaceMeteringClientConfig> => ({
  "a custom handler": {
    requestHandler: new NodeHttpHandler({ connectionTimeout: 500, socketTimeout: 500 }),
  },
  "options of the handler": { requestHandler: { connectionTimeout: 500, requestTimeout: 500 } },
  "a handler from NodeHttpHandler.create": {
    requestHandler: NodeHttpHandler.create({ socketTimeout: 500 }),
  },
  "static credentials": {
    credentials: { accessKeyId: "AKIDSTATIC", secretAccessKey: "s", sessionToken: "token" },
  },
  "a credential provider": {
    credentials: async () => ({ accessKeyId: "AKIDPROVIDER", secretAccessKey: "s" }),
  },
  "credentials of the environment": { credentials: fromEnv() },
  "credentials of a profile": { credentials: fromIni({ profile: "seller" }) },
  "a profile": { profile: "seller" },
  "only the environment": {},
  "an endpoint as a provider": {
    endpoint: async () => {
      const { protocol, hostname, port, pathname } = new URL(endpoint);
      return { protocol, hostname, port: Number(port), path: pathname };
    },
  },
  "a region as a provider": { region: async () => "eu-west-3" },
});

/** Makes a call with each configuration and returns what the client resolved. */
export async function connect(endpoint: string): Promise<unknown[]> {
  const log: unknown[] = [];
  for (const [name, options] of Object.entries(configurations(endpoint))) {
    const client = new MarketplaceMeteringClient({ endpoint, maxAttempts: 1, ...options });
    const { config } = client;
    const output = await client
      .send(new ResolveCustomerCommand({ RegistrationToken: name }))
      .catch((error: Error) => ({ ProductCode: `${error.name}: ${error.message}` }));
    const { accessKeyId, sessionToken } = await config.credentials();
    const resolved = await config.endpoint?.();
    log.push({
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
  return log;
}
