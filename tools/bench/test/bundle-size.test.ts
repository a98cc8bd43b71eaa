import { describe, expect, it } from "vitest";
import { bundle, meteringProgram } from "../src/bundle.js";
import { clients } from "../src/clients.js";
import { installedSize } from "../src/installed-size.js";
import { generateSmallClients, measureSmallClients } from "../src/small-service.js";

/**
 * The maximum size of a bundle with the client and one command, in bytes. Lower it when the size
 * decreases.
 */
const budgets = {
  browser: { minified: 61_200, gzip: 22_300 },
  node: { minified: 138_500, gzip: 48_800 },
} as const;

describe.each(["browser", "node"] as const)("a bundle with one command, for %s", (platform) => {
  it("stays within its budget", async () => {
    const { minified, gzip } = await bundle(meteringProgram(clients.ours), platform);
    expect(minified).toBeLessThanOrEqual(budgets[platform].minified);
    expect(gzip).toBeLessThanOrEqual(budgets[platform].gzip);
  }, 60_000);
});

describe("a bundle for browsers, compared with the AWS client", () => {
  it("is less than half as large as the bundle of the AWS client", async () => {
    const [ours, theirs] = await Promise.all([
      bundle(meteringProgram(clients.ours), "browser"),
      bundle(meteringProgram(clients.theirs), "browser"),
    ]);
    expect(ours.gzip).toBeLessThan(theirs.gzip / 2);
  }, 60_000);
});

describe("the installed size of the client with its dependencies", () => {
  it("stays within its budget", () => {
    expect(installedSize(clients.ours)).toBeLessThanOrEqual(2_145_900);
  });
});

describe("a bundle for browsers with one call of a small REST service", () => {
  it("stays within its budget, and is larger than the bundles of clients without schemas", async () => {
    const small = await generateSmallClients();
    try {
      const { ours, heyApi, openapiFetch } = await measureSmallClients(small);
      expect(ours.minified).toBeLessThanOrEqual(33_900);
      expect(ours.gzip).toBeLessThanOrEqual(13_500);
      // Fails if an empty bundle was measured instead of a peer.
      expect(heyApi.gzip).toBeGreaterThan(2_000);
      expect(openapiFetch.gzip).toBeGreaterThan(1_000);
    } finally {
      small.remove();
    }
  }, 120_000);
});
