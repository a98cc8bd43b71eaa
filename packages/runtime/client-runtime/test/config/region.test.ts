import { resolveRegionConfig } from "@smithy/core/config";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isFipsRegion, realRegion } from "../../src/config/region.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("realRegion", () => {
  it.each([
    "us-east-1",
    "us-east-1-fips",
    "fips-us-east-1",
    "fips-dkr-us-west-2",
    "fips-prod-us-west-2",
    "fips-aws-global",
    "aws-fips",
    "a-fips-b",
  ])("resolves %s like the AWS SDK", async (name) => {
    const theirs = resolveRegionConfig({ region: name, useFipsEndpoint: false });
    expect(realRegion(name)).toBe(await theirs.region());
    expect(isFipsRegion(name)).toBe(await theirs.useFipsEndpoint());
  });

  it.each(["", undefined])("rejects a missing name: %o", (name) => {
    expect(() => realRegion(name)).toThrow("Region is missing");
  });

  it.each(["evil.com/", "a b", "-a", "a.b"])(
    "rejects a name that would change the host: %s",
    (name) => {
      expect(() => realRegion(name)).toThrow(`Region not accepted: region="${name}"`);
    },
  );

  it("accepts * with a warning, because the endpoint may not depend on the region", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    expect(realRegion("*")).toBe("*");
    expect(warn).toHaveBeenCalledOnce();
  });
});
