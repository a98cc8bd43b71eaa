import { describe, expect, it } from "vitest";
import { MarketplaceMeteringClient } from "../src/index.js";
import type { MarketplaceMeteringClientConfig } from "../src/index.js";
import { checkOptions } from "../src/plugins.js";
import { offline } from "./stub-handler.js";

/** Options as they come from a file. */
const untyped = (text: string): MarketplaceMeteringClientConfig => JSON.parse(text);

describe("a client that checks its options", () => {
  it("refuses all that it does not have, and says what is meant", () => {
    const options = untyped('{ "use_fips_endpoint": true, "Region": "us-east-1", "colour": 1 }');
    expect(() => new MarketplaceMeteringClient({ ...options, plugins: [checkOptions()] })).toThrow(
      new TypeError(
        "The client was given options that it does not have: use_fips_endpoint (useFipsEndpoint is meant?), Region (region is meant?), colour.",
      ),
    );
  });

  it("refuses names that are not in an array", () => {
    const names = JSON.parse('"colour"');
    expect(() => checkOptions(names)).toThrow(
      new TypeError('checkOptions() takes an array of names of options. Received "colour".'),
    );
  });

  it("takes all that it has, and what is named beside", () => {
    const options = untyped('{ "colour": 1 }');
    const plugins = [checkOptions(["colour"])];
    expect(new MarketplaceMeteringClient({ ...offline, ...options, plugins })).toBeDefined();
    expect(
      new MarketplaceMeteringClient({
        ...offline,
        plugins,
        signingEscapePath: false,
        retryMode: "standard",
        extensions: [],
        cacheMiddleware: true,
      }),
    ).toBeDefined();
  });

  it("can be the rule for a class", () => {
    const check = checkOptions();
    MarketplaceMeteringClient.addPlugin(check);
    try {
      expect(() => new MarketplaceMeteringClient(untyped('{ "colour": 1 }'))).toThrow(
        "an option that it does not have: colour.",
      );
    } finally {
      MarketplaceMeteringClient.removePlugin(check);
    }
  });

  it("is not what a client does by itself, as the AWS SDK does not", () => {
    expect(new MarketplaceMeteringClient(untyped('{ "colour": 1 }'))).toBeDefined();
  });
});
