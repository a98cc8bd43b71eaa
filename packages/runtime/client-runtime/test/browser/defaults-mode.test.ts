import { afterEach, describe, expect, it, vi } from "vitest";
import { resolveDefaultsMode } from "../../src/browser/defaults-mode.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("resolveDefaultsMode in a browser", () => {
  it("returns the configured mode, or legacy by default", async () => {
    expect(await resolveDefaultsMode(undefined)()).toBe("legacy");
    expect(await resolveDefaultsMode("in-region")()).toBe("in-region");
    expect(await resolveDefaultsMode(async () => "cross-region")()).toBe("cross-region");
  });

  it("rejects an unknown mode", async () => {
    const odd = JSON.parse('"odd"');
    await expect(resolveDefaultsMode(odd)()).rejects.toThrow("in-region, cross-region, mobile");
  });

  it.each([
    ["standard", "without a navigator", undefined],
    ["standard", "on a desktop", { maxTouchPoints: 0, userAgentData: { mobile: false } }],
    [
      "standard",
      "with a fast connection",
      { connection: { effectiveType: "4g", rtt: 50, downlink: 10 } },
    ],
    ["mobile", "on a phone", { userAgentData: { mobile: true } }],
    ["mobile", "with a touch screen", { maxTouchPoints: 5 }],
    [
      "mobile",
      "with high latency",
      { connection: { effectiveType: "4g", rtt: 300, downlink: 10 } },
    ],
    ["mobile", "with low bandwidth", { connection: { effectiveType: "4g", rtt: 50, downlink: 1 } }],
    ["mobile", "on an old network", { connection: { effectiveType: "3g", rtt: 50, downlink: 10 } }],
  ])("resolves auto to %s in a browser %s", async (mode, _, navigator) => {
    vi.stubGlobal("navigator", navigator);
    expect(await resolveDefaultsMode("auto")()).toBe(mode);
  });
});
