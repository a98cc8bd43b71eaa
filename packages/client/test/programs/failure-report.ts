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

/** Returns everything that a program can read from an error. */
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

/** Makes calls in every form with every retry strategy, and returns the outcomes. */
export async function report(config: MarketplaceMeteringClientConfig): Promise<unknown[]> {
  const log: unknown[] = [];
  for (const [name, options] of Object.entries(strategies)) {
    const marketplace = new MarketplaceMetering({ ...config, ...options });
    const resolved = await marketplace
      .resolveCustomer({ RegistrationToken: "t" })
      .then((output) => ({ product: output.ProductCode, ...output.$metadata, totalRetryDelay: 0 }))
      .catch(describe);
    log.push([name, resolved]);
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
  log.push(["callback", outcome]);
  const controller = new AbortController();
  controller.abort();
  log.push([
    "aborted",
    await marketplace
      .resolveCustomer({ RegistrationToken: "t" }, { abortSignal: controller.signal })
      .catch((error: Error) => error.name),
  ]);
  const constructed = new ThrottlingException({
    message: "constructed by the program",
    $metadata: {},
  });
  log.push(["constructed", describe(constructed)]);
  return log;
}
