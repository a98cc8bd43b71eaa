import pc from "picocolors";
import { expect, test } from "vitest";
import { printer } from "../src/printer.js";
import { runScenario } from "../src/scenario.js";
import { verifySignature } from "../src/verify-signature.js";

test("the scenario runs against the mock server and every check holds", async () => {
  let text = "";
  const passed = await runScenario(
    printer((written) => void (text += written), pc.createColors(false)),
  );
  expect(text).not.toContain("✗");
  expect(text.match(/✓/g)).toHaveLength(5);
  expect(passed).toBe(true);
});

test("a signature that another key made has no claims", async () => {
  const { createMockServer } = await import("@marketplace-metering/mock-server");
  const [key] = await createMockServer().publicKeys();
  const forged = `${Buffer.from("{}").toString("base64url")}.e30.AAAA`;
  expect(verifySignature(forged, key?.pem ?? "")).toBeUndefined();
});
