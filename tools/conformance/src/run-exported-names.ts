import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "@tinsmith/codegen";
import { loadModel, shapeName } from "@tinsmith/smithy";
import { serviceTrait, trait } from "@tinsmith/smithy/traits";
import { corporaFolder, filesBelow, source } from "./corpus-files.js";
import { fetchAwsPackage } from "./exported-names/aws-package.js";
import { compareNames, exportedNames } from "./exported-names/compare-names.js";
import type { NameDifferences } from "./exported-names/compare-names.js";
import { scratchFolder } from "./generate.js";
import { formatRows } from "./table.js";

const usage = `Compares the names that generated clients export with those of AWS's packages, for each
model in ../shared/corpora/aws-models. The packages are those of about the models' date; npm fetches them.

  --only <text>   only models whose name contains the text
  --help          print this

Exits 1 when a name of AWS's package is missing.
`;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});

/** The maximum number of names with a reason to print. */
const shownNames = 60;

if (values.help) console.log(usage);
else process.exitCode = await run();

async function run(): Promise<number> {
  const models = filesBelow(join(corporaFolder, "aws-models"), ".json").filter(({ base }) =>
    base.includes(values.only),
  );
  if (models.length === 0) {
    console.log("Skipped: the models in ../shared/corpora are missing.");
    return 0;
  }
  const rows: string[][] = [];
  const reasons = new Map<string, string[]>();
  let failed = false;
  for (const { path, base } of models) {
    const differences = await differencesOf(path);
    if (typeof differences === "string") {
      rows.push([base, "-", "-", differences]);
      continue;
    }
    const { total, missing, explained } = differences;
    for (const [reason, names] of explained) {
      reasons.set(reason, [...(reasons.get(reason) ?? []), ...names]);
    }
    failed ||= missing.length > 0;
    const row = [base, String(total), String(missing.length), missing.join(" ")];
    rows.push(row);
    console.log(row.join("  "));
  }
  console.log(`\n${formatRows(["model", "names", "missing", ""], rows)}\n`);
  for (const [reason, names] of reasons) {
    console.log(`${names.length} × ${reason}\n    ${names.slice(0, shownNames).join(" ")}`);
  }
  return failed ? 1 : 0;
}

async function differencesOf(path: string): Promise<NameDifferences | string> {
  const { model } = loadModel([source(path)]);
  if (model === undefined) throw new Error(`${path} does not load.`);
  const service = model.shapesOfType("service")[0];
  const sdkId = service && trait(service, serviceTrait)?.sdkId;
  if (sdkId === undefined) return "no service of AWS";
  const folder = join(scratchFolder, "exported-names");
  const aws = fetchAwsPackage(sdkId, join(folder, "aws"));
  if (aws === undefined) return "no package";
  const generated = join(folder, basename(path, ".json"));
  const { ok } = await build({
    configPath: join(generated, "smithy-build.json"),
    config: {
      version: "1.0",
      sources: [path],
      plugins: {
        types: { package: "@any/types", output: "types" },
        client: { package: "@any/client", output: "client" },
      },
    },
  });
  if (!ok) throw new Error(`${path} does not build.`);
  const types = { "@any/types": join(generated, "types/src/index.ts") };
  return compareNames(
    exportedNames(aws.declarations),
    exportedNames(join(generated, "client/src/index.ts"), types),
    new Set(Array.from(model.shapes.keys(), (id) => shapeName(id).toLowerCase())),
  );
}
