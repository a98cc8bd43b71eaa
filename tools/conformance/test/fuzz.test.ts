import { describe, expect, it } from "vitest";
import { generateQuestions } from "../src/fuzz/generate/questions.js";
import { prepareReference, startReference } from "../src/fuzz/reference/reference.js";
import { FuzzReport } from "../src/fuzz/report.js";
import { compareAll } from "../src/fuzz/run.js";

const inMatrix = process.env["TINSMITH_MATRIX"] !== undefined;
const reference = inMatrix ? prepareReference() : { reason: "TINSMITH_MATRIX is not set" };
if ("reason" in reference) {
  console.info(`skipped: generated models against the reference: ${reference.reason}`);
}

/** The same seed always leads to the same models, so the numbers below are exact. */
const seed = 20_261;
const models = 200;

/**
 * The number of models and mutations that may differ. Lower these numbers, but never raise them.
 */
const known = { crash: 0, verdict: 0, events: 6, ast: 0 } as const;

describe("generated models", () => {
  it("are the same for the same seed", () => {
    expect([...generateQuestions(seed, 5)]).toEqual([...generateQuestions(seed, 5)]);
  });

  it.skipIf("reason" in reference)(
    "have the same verdict and events as in the reference implementation",
    { timeout: 1_800_000 },
    async () => {
      if ("reason" in reference) return;
      const process = startReference(reference.classPath);
      const report = new FuzzReport();
      for await (const compared of compareAll(generateQuestions(seed, models), process))
        report.add(compared);
      process.end();
      console.info(`seed ${seed}\n${report.summary()}`);
      const isMore = (aspect: keyof typeof known) => report.count(aspect) > known[aspect];
      expect((["crash", "verdict", "events", "ast"] as const).filter(isMore)).toEqual([]);
    },
  );
});
