import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corpora } from "../src/all-corpora.js";
import { corporaFolder } from "../src/corpus-files.js";
import { score } from "../src/corpus.js";
import { readFloors } from "../src/floors.js";

const areThere = existsSync(corporaFolder);
if (!areThere)
  console.log("Skipped: the corpora (../shared/corpora beside the project) are absent.");

describe.skipIf(!areThere)("as many cases pass as did before", () => {
  const floors = readFloors();

  it.each(corpora.map((corpus) => [corpus.name, corpus] as const))(
    "%s",
    async (name, corpus) => {
      const { passed, total } = await score(corpus, corporaFolder);
      expect(total).toBeGreaterThan(0);
      expect(passed).toBeGreaterThanOrEqual(floors[name] ?? 0);
    },
    600_000,
  );
});
