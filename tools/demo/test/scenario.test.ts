import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { printer } from "../src/printer.js";
import { runScenario } from "../src/scenario.js";
import { verifySignature } from "../src/verify-signature.js";

describe("the demonstration", () => {
  it("passes every check of the scenario against the mock server", async () => {
    let text = "";
    const passed = await runScenario(
      printer((written) => void (text += written), pc.createColors(false)),
    );
    expect(text).not.toContain("✗");
    expect(text.match(/✓/g)).toHaveLength(5);
    expect(passed).toBe(true);
  });

  it("finds no claims in a signature of another key", async () => {
    const { createMockServer } = await import("@marketplace-metering/mock-server");
    const [key] = await createMockServer().publicKeys();
    const forged = `${Buffer.from("{}").toString("base64url")}.e30.AAAA`;
    expect(verifySignature(forged, key?.pem ?? "")).toBeUndefined();
  });
});
