import {
  ExpiredTokenException,
  InternalServiceErrorException,
  MarketplaceMetering,
  MarketplaceMeteringServiceException,
  ThrottlingException,
} from "@aws-sdk/client-marketplace-metering";
import type {
  MarketplaceMeteringClientConfig,
  ResolveCustomerCommandOutput,
} from "@aws-sdk/client-marketplace-metering";
import { ServiceException } from "@smithy/smithy-client";
import {
  AdaptiveRetryStrategy,
  ConfiguredRetryStrategy,
  StandardRetryStrategy,
} from "@smithy/util-retry";

/** All that a program may look at when a call fails. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const service = error instanceof ServiceException;
  return {
    text: String(error),
    name: error.name,
    class: error.constructor.name,
    service,
    own: error instanceof MarketplaceMeteringServiceException,
    throttled: error instanceof ThrottlingException,
    expired: error instanceof ExpiredTokenException,
    internal: error instanceof InternalServiceErrorException,
    is: ServiceException.isInstance(error),
    ...(service && {
      fault: error.$fault,
      retryable: error.$retryable,
      status: error.$metadata.httpStatusCode,
      id: error.$metadata.requestId,
      attempts: error.$metadata.attempts,
      response: error.$response?.statusCode,
      json: JSON.parse(JSON.stringify(error)),
    }),
  };
}

const strategies: Record<string, MarketplaceMeteringClientConfig> = {
  none: { maxAttempts: 1 },
  standard: { maxAttempts: 2 },
  mode: { retryMode: "adaptive", maxAttempts: async () => 2 },
  own: { retryStrategy: new ConfiguredRetryStrategy(3, 1) },
  provided: { retryStrategy: new StandardRetryStrategy(async () => 2) },
  adaptive: { retryStrategy: new AdaptiveRetryStrategy(async () => 2) },
};

/** Calls in every form, with every strategy, and tells what came of it. */
export async function report(config: MarketplaceMeteringClientConfig): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const [name, options] of Object.entries(strategies)) {
    const marketplace = new MarketplaceMetering({ ...config, ...options });
    const told1 = await marketplace
      .resolveCustomer({ RegistrationToken: "t" })
      .then((output) => ({ product: output.ProductCode, ...output.$metadata, totalRetryDelay: 0 }))
      .catch(describe);
    told.push([name, told1]);
    marketplace.destroy();
  }
  const marketplace = new MarketplaceMetering({ ...config, maxAttempts: 1 });
  const outcome = await new Promise<unknown>((resolve) => {
    marketplace.resolveCustomer(
      { RegistrationToken: "t" },
      (error: unknown, output?: ResolveCustomerCommandOutput) =>
        resolve(error ? describe(error) : output?.ProductCode),
    );
  });
  told.push(["callback", outcome]);
  const controller = new AbortController();
  controller.abort();
  told.push([
    "aborted",
    await marketplace
      .resolveCustomer({ RegistrationToken: "t" }, { abortSignal: controller.signal })
      .catch((error: Error) => error.name),
  ]);
  const made = new ThrottlingException({ message: "made by hand", $metadata: {} });
  told.push(["made", describe(made)]);
  return told;
}
