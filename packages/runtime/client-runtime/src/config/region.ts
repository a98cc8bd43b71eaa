import { isValidHostLabel } from "@tinsmith/smithy/endpoints";

/** Returns true for pseudo regions that select FIPS 140 endpoints. */
export const isFipsRegion = (region: string): boolean => /^fips-|-fips$/.test(region);

/**
 * Returns the region of a name or pseudo region: `us-east-1-fips` is `us-east-1`.
 * @throws Error if the name is missing or is not a valid host label
 */
export function realRegion(name: string | undefined): string {
  if (!name) throw new Error("Region is missing");
  const region = !isFipsRegion(name)
    ? name
    : name === "fips-aws-global" || name === "aws-fips"
      ? "us-east-1"
      : name.replace(/fips-(dkr-|prod-)?|-fips/, "");
  if (region === "*") {
    console.warn('Region "*" is only valid for signing. Pass a real region.');
  } else if (!isValidHostLabel(region, false)) {
    throw new Error(`Region not accepted: region="${region}" is not a valid hostname component.`);
  }
  return region;
}
