import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultsModeOf } from "../../src/browser/defaults-mode.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the defaults mode in a browser", () => {
  it("is legacy unless something is configured, now or later", async () => {
    expect(await defaultsModeOf(undefined)()).toBe("legacy");
    expect(await defaultsModeOf("in-region")()).toBe("in-region");
    expect(await defaultsModeOf(async () => "cross-region")()).toBe("cross-region");
  });

  it("is refused where nobody knows it", async () => {
    const odd = JSON.parse('"odd"');
    await expect(defaultsModeOf(odd)()).rejects.toThrow("in-region, cross-region, mobile");
  });

  it.each([
    ["standard", "without a navigator", undefined],
    ["standard", "of a desktop", { maxTouchPoints: 0, userAgentData: { mobile: false } }],
    [
      "standard",
      "that is connected well",
      { connection: { effectiveType: "4g", rtt: 50, downlink: 10 } },
    ],
    ["mobile", "of a phone", { userAgentData: { mobile: true } }],
    ["mobile", "with a touch screen", { maxTouchPoints: 5 }],
    [
      "mobile",
      "that answers late",
      { connection: { effectiveType: "4g", rtt: 300, downlink: 10 } },
    ],
    ["mobile", "that loads slowly", { connection: { effectiveType: "4g", rtt: 50, downlink: 1 } }],
    ["mobile", "on an old network", { connection: { effectiveType: "3g", rtt: 50, downlink: 10 } }],
  ])("is %s where it may choose, in a browser %s", async (mode, _, navigator) => {
    vi.stubGlobal("navigator", navigator);
    expect(await defaultsModeOf("auto")()).toBe(mode);
  });
});
