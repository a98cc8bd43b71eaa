import { describe, expect, it } from "vitest";
import { bundle } from "../src/bundle.js";
import { clients } from "../src/clients.js";
import { installedSize } from "../src/installed-size.js";

/**
 * The maximum size of a bundle with the client and one command, in bytes. Lower it when the size
 * decreases.
 */
const budgets = {
  browser: { minified: 68_500, gzip: 24_850 },
  node: { minified: 159_650, gzip: 56_600 },
} as const;

describe.each(["browser", "node"] as const)("a bundle with one command, for %s", (platform) => {
  it("stays within its budget", async () => {
    const { minified, gzip } = await bundle(clients.ours, platform);
    expect(minified).toBeLessThanOrEqual(budgets[platform].minified);
    expect(gzip).toBeLessThanOrEqual(budgets[platform].gzip);
  }, 60_000);
});

describe("a bundle for browsers, compared with the AWS client", () => {
  it("is less than half as large", async () => {
    const [ours, theirs] = await Promise.all([
      bundle(clients.ours, "browser"),
      bundle(clients.theirs, "browser"),
    ]);
    expect(ours.gzip).toBeLessThan(theirs.gzip / 2);
  }, 60_000);
});

describe("the installed size of the client with its dependencies", () => {
  it("stays within its budget", () => {
    expect(installedSize(clients.ours)).toBeLessThanOrEqual(2_145_000);
  });
});
