import type { ResolveCustomerRequest, ResolveCustomerResult } from "@marketplace-metering/types";
import {
  DisabledApiException,
  ExpiredTokenException,
  InvalidTokenException,
} from "../generated/errors.js";
import type { Decision, State } from "../state/state.js";
import { minute } from "./call.js";
import type { Call } from "./call.js";

/**
 * Returns the customer of a registration token.
 *
 * @throws the errors of the operation
 */
export function resolveCustomer(
  state: State,
  { input, now, region, settings }: Call<ResolveCustomerRequest>,
): Decision<ResolveCustomerResult> {
  if (settings.disabledRegions.includes(region)) {
    throw new DisabledApiException({ message: `ResolveCustomer is not available in ${region}.` });
  }
  const token = state.tokens.get(input.RegistrationToken);
  const customer = token && state.customers.get(token.customer);
  if (!token || !customer) {
    throw new InvalidTokenException({ message: "Registration token is invalid" });
  }
  const age = now.getTime() - Date.parse(token.issuedAt);
  if (age >= settings.tokenLifetimeMinutes * minute) {
    throw new ExpiredTokenException({
      message: `The registration token is ${Math.floor(age / minute)} minutes old; it was valid for ${settings.tokenLifetimeMinutes}.`,
    });
  }
  const wasResolved = state.resolvedTokens.has(token.token);
  if (wasResolved && settings.singleUseTokens) {
    throw new ExpiredTokenException({ message: "The registration token was used before." });
  }
  return {
    output: {
      ...(customer.identifier === undefined ? {} : { CustomerIdentifier: customer.identifier }),
      ProductCode: token.product,
      CustomerAWSAccountId: customer.account,
      ...(token.licenseArn === undefined ? {} : { LicenseArn: token.licenseArn }),
    },
    changes: wasResolved ? [] : [{ kind: "tokenResolved", token: token.token }],
  };
}
