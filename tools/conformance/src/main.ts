import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { score } from "./corpus.js";
import type { Score } from "./corpus.js";
import { corpora } from "./all-corpora.js";
import { corporaFolder } from "./corpus-files.js";
import { belowFloor, raiseFloors, readFloors } from "./floors.js";
import { formatTable } from "./table.js";

const usage = `Runs the corpora in ../shared/corpora and prints how many cases pass.

  --only <text>   only corpora whose name contains the text
  --failures      print each failed case with the reason
  --raise         raise the floors to the current scores
  --help          print this

Exits 1 when a corpus falls below its floor.
`;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    failures: { type: "boolean", default: false },
    raise: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(usage);
else process.exitCode = await run();

async function run(): Promise<number> {
  if (!existsSync(corporaFolder)) {
    console.log("Skipped: the corpora in ../shared/corpora are missing.");
    return 0;
  }
  const scores: Score[] = [];
  for (const corpus of corpora) {
    if (values.only === undefined || corpus.name.includes(values.only))
      scores.push(await score(corpus, corporaFolder));
  }
  if (values.failures) printFailures(scores);
  if (values.raise) raiseFloors(scores);
  const floors = readFloors();
  console.log(formatTable(scores, floors));
  const fallen = belowFloor(scores, floors);
  for (const { corpus, passed } of fallen)
    console.error(
      `${corpus}: ${passed} passed, but the floor is ${floors[corpus]}. --failures prints the reasons.`,
    );
  return fallen.length > 0 ? 1 : 0;
}

function printFailures(scores: readonly Score[]): void {
  for (const { corpus, failures } of scores) {
    for (const { name, reason } of failures) console.log(`${corpus}  ${name}\n    ${reason}`);
  }
  console.log();
}
