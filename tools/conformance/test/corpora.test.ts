import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corpora } from "../src/all-corpora.js";
import { corporaFolder } from "../src/corpus-files.js";
import { score } from "../src/corpus.js";
import { readFloors } from "../src/floors.js";

const areAvailable = existsSync(corporaFolder);
if (!areAvailable) console.log("Skipped: the corpora in ../shared/corpora are missing.");

describe.skipIf(!areAvailable)("the corpora", () => {
  const floors = readFloors();

  it.each(corpora.map((corpus) => [corpus.name, corpus] as const))(
    "pass at least as many cases of %s as before",
    async (name, corpus) => {
      const { passed, total } = await score(corpus, corporaFolder);
      expect(total).toBeGreaterThan(0);
      expect(passed).toBeGreaterThanOrEqual(floors[name] ?? 0);
    },
    600_000,
  );
});
