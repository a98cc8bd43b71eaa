import {
  ExpiredTokenException,
  MarketplaceMetering,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import type {
  MarketplaceMeteringClientConfig,
  ResolveCustomerCommandInput,
  ResolveCustomerCommandOutput,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "@aws-sdk/client-marketplace-metering";

/** Resolves the token of a registration form with every kind of call that the SDK supports. */
export async function resolvePage(
  config: MarketplaceMeteringClientConfig,
  token: string,
): Promise<string[]> {
  const marketplace = new MarketplaceMetering(config);
  const seen: string[] = [];
  const command = new ResolveCustomerCommand({ RegistrationToken: token });
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (typeof response === "object" && response && "statusCode" in response) {
        seen.push(`status ${String(response.statusCode)}`);
      }
      return result;
    },
    { step: "deserialize", priority: "low" },
  );
  const input: ResolveCustomerCommandInput = command.input;
  try {
    const output: ResolveCustomerCommandOutput = await marketplace.send(command);
    seen.push(output.ProductCode ?? "no product");
    const again = await marketplace.resolveCustomer(input);
    seen.push(again.CustomerAWSAccountId ?? "no account");
    await new Promise<void>((resolve) => {
      marketplace.resolveCustomer(input, (error, data) => {
        seen.push(error ? String(error) : `callback ${data?.LicenseArn}`);
        resolve();
      });
    });
  } catch (error) {
    if (!(error instanceof ExpiredTokenException)) throw error;
    seen.push(`expired after ${error.$metadata.attempts}`);
  }
  const region = await marketplace.config.region();
  const credentials = await marketplace.config.credentials();
  seen.push(`${region} ${credentials.accessKeyId} ${marketplace.config.apiVersion}`);
  marketplace.destroy();
  return seen;
}

/** Inputs and outputs of middleware for any operation. */
export type AnyInput = ServiceInputTypes;
export type AnyOutput = ServiceOutputTypes;
