import type { EndpointParameterInstructions, EndpointV2 } from "@smithy/types";
import {
  cachedEndpoints,
  endpoint,
  EndpointError,
  partition,
} from "../../entries/generated-v1/index.js";
import type { EndpointProvider, Partition } from "../../entries/generated-v1/index.js";

/** The parameters that decide where a regional service of AWS is. */
export type RegionalParameters = {
  Region?: string | undefined;
  UseDualStack?: boolean | undefined;
  UseFIPS?: boolean | undefined;
  Endpoint?: string | undefined;
};

/** Where the parameters come from. */
export const regionalParameters: EndpointParameterInstructions = {
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
};

/** The endpoint of a region that does not follow the rule; `undefined` where it does. */
type Exception = (region: string, partition: Partition) => EndpointV2 | undefined;

/** How the hosts of a service are named; the rest of the rules is that of all regional services. */
export interface HostNames {
  /** The start of the name, before the region: `sts`. */
  readonly prefix: string;
  /** Exceptions where neither FIPS nor dual-stack is asked for. */
  readonly plain?: Exception;
  /** Exceptions where FIPS is asked for, and dual-stack is not. */
  readonly fips?: Exception;
}

/** In this partition the plain hosts of some services are FIPS endpoints. */
export const plainInGovernmentRegions =
  (prefix: string): Exception =>
  (region, { name, dnsSuffix }) =>
    name === "aws-us-gov" ? endpoint(`https://${prefix}.${region}.${dnsSuffix}`) : undefined;

/**
 * The endpoint rules of a regional service of AWS.
 *
 * @returns a provider which throws EndpointError where the parameters do not go together
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
      const asked = UseFIPS ? "FIPS" : "Dualstack";
      throw new EndpointError(
        `Invalid Configuration: ${asked} and custom endpoint are not supported`,
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
