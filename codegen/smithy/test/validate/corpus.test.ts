import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpora, errorFiles, judge } from "./error-files.js";

/** The minimum number of passing cases of each corpus. Raise a number if more cases pass. */
const reached: Readonly<Record<string, number>> = {
  errorfiles: 194,
  modules: 126,
};

const folder = join(corpora, "validation");
const present = existsSync(folder);
if (!present) console.log(`Skipped: there are no validation corpora at ${folder}`);

describe.skipIf(!present)("the events of the reference implementation", () => {
  it.each(Object.entries(reached))("are reproduced in %s, in at least %i cases", (name, least) => {
    const cases = errorFiles(join(folder, name));
    const verbose = process.env["SMITHY_CORPUS"];
    let passed = 0;
    for (const one of cases) {
      const problems = judge(one);
      if (problems.length === 0) passed++;
      else if (verbose !== undefined && one.name.includes(verbose)) {
        console.log([one.name, ...problems].join("\n  "));
      }
    }
    console.log(`validation/${name}: ${passed} of ${cases.length}`);
    expect(passed).toBeGreaterThanOrEqual(least);
  });
});
