import { describe, expect, it } from "vitest";
import { MarketplaceMeteringClient } from "../src/index.js";
import type { MarketplaceMeteringClientConfig } from "../src/index.js";
import { checkOptions } from "../src/plugins.js";
import { offline } from "./stub-handler.js";

/** Parses options without types, like options from a file. */
const untyped = (text: string): MarketplaceMeteringClientConfig => JSON.parse(text);

describe("checkOptions", () => {
  it("rejects unknown options and suggests the correct spelling", () => {
    const options = untyped('{ "use_fips_endpoint": true, "Region": "us-east-1", "color": 1 }');
    expect(() => new MarketplaceMeteringClient({ ...options, plugins: [checkOptions()] })).toThrow(
      new TypeError(
        "Unknown client options: use_fips_endpoint (did you mean useFipsEndpoint?), Region (did you mean region?), color.",
      ),
    );
  });

  it("rejects additional names that are not in an array", () => {
    const names = JSON.parse('"color"');
    expect(() => checkOptions(names)).toThrow(
      new TypeError('checkOptions() requires an array of option names. Received "color".'),
    );
  });

  it("accepts known options and the additional names", () => {
    const options = untyped('{ "color": 1 }');
    const plugins = [checkOptions(["color"])];
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

  it("can be added to a client class", () => {
    const check = checkOptions();
    MarketplaceMeteringClient.addPlugin(check);
    try {
      expect(() => new MarketplaceMeteringClient(untyped('{ "color": 1 }'))).toThrow(
        "Unknown client option: color.",
      );
    } finally {
      MarketplaceMeteringClient.removePlugin(check);
    }
  });

  it("is not enabled by default, because the AWS SDK also accepts unknown options", () => {
    expect(new MarketplaceMeteringClient(untyped('{ "color": 1 }'))).toBeDefined();
  });
});
