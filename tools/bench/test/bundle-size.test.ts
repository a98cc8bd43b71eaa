import { describe, expect, it } from "vitest";
import { bundle } from "../src/bundle.js";
import { clients } from "../src/clients.js";

/** What a bundle with the client and one command may weigh, in bytes. Lower it when it has become less. */
const budgets = {
  browser: { minified: 90_000, gzip: 30_000 },
  node: { minified: 220_000, gzip: 70_000 },
} as const;

describe.each(["browser", "node"] as const)("a bundle with one command, for %s", (platform) => {
  it("stays within its budget and well below the AWS client", async () => {
    const [ours, theirs] = await Promise.all([
      bundle(clients.ours, platform),
      bundle(clients.theirs, platform),
    ]);
    expect(ours.minified).toBeLessThanOrEqual(budgets[platform].minified);
    expect(ours.gzip).toBeLessThanOrEqual(budgets[platform].gzip);
    expect(ours.gzip).toBeLessThan(theirs.gzip * 0.75);
  }, 60_000);
});
