import type { EndpointParameterInstructions, EndpointV2 } from "@smithy/types";
import {
  cachedEndpoints,
  endpoint,
  EndpointError,
  partition,
} from "../../entries/generated-v1/index.js";
import type { EndpointProvider, Partition } from "../../entries/generated-v1/index.js";

/** The parameters that determine the endpoint of a regional AWS service. */
export type RegionalParameters = {
  Region?: string | undefined;
  UseDualStack?: boolean | undefined;
  UseFIPS?: boolean | undefined;
  Endpoint?: string | undefined;
};

/** The sources of the parameters. */
export const regionalParameters: EndpointParameterInstructions = {
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
};

/** Returns the endpoint of a region that is an exception to the rule, or `undefined`. */
type EndpointException = (region: string, partition: Partition) => EndpointV2 | undefined;

/** The host names of a service. The other rules are the same for all regional services. */
export interface HostNames {
  /** The first part of the host name, before the region: `sts`. */
  readonly prefix: string;
  /** Exceptions without FIPS and without dual-stack. */
  readonly plain?: EndpointException;
  /** Exceptions with FIPS and without dual-stack. */
  readonly fips?: EndpointException;
}

/** An exception for services whose standard hosts in this partition are FIPS endpoints. */
export const standardHostInGovCloud =
  (prefix: string): EndpointException =>
  (region, { name, dnsSuffix }) =>
    name === "aws-us-gov" ? endpoint(`https://${prefix}.${region}.${dnsSuffix}`) : undefined;

/**
 * Creates the endpoint rules of a regional AWS service.
 *
 * @returns a provider that throws EndpointError if the parameters are incompatible
 */
export const regionalEndpoint = (names: HostNames): EndpointProvider<RegionalParameters> =>
  cachedEndpoints(["Region", "UseDualStack", "UseFIPS", "Endpoint"], (parameters) =>
    resolve(names, parameters),
  );

function resolve(
  { prefix, plain, fips }: HostNames,
  { Region, UseDualStack = false, UseFIPS = false, Endpoint }: RegionalParameters,
): EndpointV2 {
  if (Endpoint !== undefined) {
    if (UseFIPS || UseDualStack) {
      const feature = UseFIPS ? "FIPS" : "Dualstack";
      throw new EndpointError(
        `Invalid Configuration: ${feature} and custom endpoint are not supported`,
      );
    }
    return endpoint(Endpoint);
  }
  const found = Region === undefined ? undefined : partition(Region);
  if (Region === undefined || found === undefined) {
    throw new EndpointError("Invalid Configuration: Missing Region");
  }
  const special = UseDualStack ? undefined : (UseFIPS ? fips : plain)?.(Region, found);
  if (special !== undefined) return special;
  const suffix = UseDualStack ? found.dualStackDnsSuffix : found.dnsSuffix;
  return endpoint(`https://${prefix}${UseFIPS ? "-fips" : ""}.${Region}.${suffix}`);
}
