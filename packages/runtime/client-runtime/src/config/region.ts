import { isValidHostLabel } from "@smithy/core/transport";

/** Whether a region is one of those names that ask for endpoints which meet FIPS 140. */
export const isFipsRegion = (region: string): boolean =>
  region.startsWith("fips-") || region.endsWith("-fips");

/**
 * The region that a name stands for: `us-east-1-fips` is `us-east-1`.
 * @throws Error where there is none, or where it cannot be a part of a host name
 */
export function realRegion(name: string | undefined): string {
  if (!name) throw new Error("Region is missing");
  const region = !isFipsRegion(name)
    ? name
    : name === "fips-aws-global" || name === "aws-fips"
      ? "us-east-1"
      : name.replace(/fips-(dkr-|prod-)?|-fips/, "");
  if (region === "*") {
    console.warn('Region "*" is only for signing: pass a real region.');
  } else if (!isValidHostLabel(region)) {
    throw new Error(`Region not accepted: region="${region}" is not a valid hostname component.`);
  }
  return region;
}
