import type { RegisterUsageRequest } from "@marketplace-metering/types";
import {
  CustomerNotEntitledException,
  DisabledApiException,
  InvalidPublicKeyVersionException,
  InvalidRegionException,
  PlatformNotSupportedException,
} from "../generated/errors.js";
import type { PublicKey } from "../seed/seed.js";
import type { Decision, State } from "../state/state.js";
import { keyOf } from "./call.js";
import type { Call } from "./call.js";
import { entitledAccount } from "./entitlement.js";
import { requireProduct } from "./products.js";

/** The claims to sign, and the time when the key expired. */
export interface Registration {
  readonly key: PublicKey;
  readonly claims: UsageClaims;
  readonly rotationTimestamp: Date | undefined;
}

/** The payload of the signature. */
export interface UsageClaims {
  readonly productCode: string;
  readonly publicKeyVersion: number;
  readonly nonce: string | undefined;
  /** The time in seconds since 1970. */
  readonly issuedAt: number;
}

/**
 * Lets a container run. Entitlement is checked only on the first call of a task or pod.
 *
 * @throws the errors of the operation
 */
export function registerUsage(
  state: State,
  call: Call<RegisterUsageRequest>,
): Decision<Registration> {
  const { input, now, platform, region, settings } = call;
  if (settings.disabledRegions.includes(region)) {
    throw new DisabledApiException({ message: `RegisterUsage is not available in ${region}.` });
  }
  if (platform.kind !== "ecs" && platform.kind !== "eks") {
    throw new PlatformNotSupportedException({
      message: "This operation can only be called from within an ECS task or an EKS pod",
    });
  }
  if (platform.region !== undefined && platform.region !== region) {
    throw new InvalidRegionException({
      message: `The caller runs in ${platform.region}; this is the endpoint of ${region}.`,
    });
  }
  const product = requireProduct(state, input.ProductCode, settings);
  const key = state.publicKeys.get(input.PublicKeyVersion);
  if (!key) {
    throw new InvalidPublicKeyVersionException({
      message: `The public key version ${input.PublicKeyVersion} does not exist.`,
    });
  }
  const registration = keyOf(product.code, region, platform.account, platform.resource);
  const isFirst = !state.registrations.has(registration);
  if (isFirst && entitledAccount(state, product.code, platform, now, settings) === undefined) {
    throw new CustomerNotEntitledException({
      message: `The caller has no valid subscription to the product ${product.code}.`,
    });
  }
  const expiry = key.expiresAt === undefined ? undefined : new Date(key.expiresAt);
  return {
    output: {
      key,
      claims: {
        productCode: product.code,
        publicKeyVersion: key.version,
        nonce: input.Nonce,
        issuedAt: Math.floor(now.getTime() / 1000),
      },
      rotationTimestamp: expiry && expiry <= now ? expiry : undefined,
    },
    changes: isFirst ? [{ kind: "registered", key: registration }] : [],
  };
}
