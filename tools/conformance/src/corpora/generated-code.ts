import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Corpus } from "../corpus.js";
import { filesBelow } from "../corpus-files.js";
import type { CorpusFile } from "../corpus-files.js";
import { generate } from "../generate.js";
import { compile, typeCheck } from "../type-check.js";
import type { Compiler } from "../type-check.js";

/** The generated packages of a service. */
interface Generated {
  readonly folder: string;
  /** The files that other packages import. */
  readonly files: readonly string[];
  /** The paths of the packages' imports, by specifier. */
  readonly paths: Readonly<Record<string, string>>;
}

/** Returns every fifth model, or all of them if the variable `TINSMITH_MATRIX` is set. */
function models(root: string): readonly CorpusFile[] {
  const files = filesBelow(join(root, "aws-models"), ".json");
  if (process.env["TINSMITH_MATRIX"]) return files;
  return files.filter((_, index) => index % 5 === 0);
}

/** The generated packages by model. They are generated once for all compilers. */
const generated = new Map<string, Promise<Generated>>();

function packagesOf({ path }: CorpusFile): Promise<Generated> {
  const known = generated.get(path) ?? generatePackages(path);
  generated.set(path, known);
  return known;
}

async function generatePackages(path: string): Promise<Generated> {
  const service = basename(path, ".json");
  const types = `@corpus/${service}-types`;
  const folder = await generate({
    name: `aws-models/${service}`,
    sources: [path],
    packages: { types, client: `@corpus/${service}-client` },
  });
  return {
    folder,
    files: [...(await entriesOf(folder, "types")), ...(await entriesOf(folder, "client"))],
    paths: {
      [types]: join(folder, "types/src/index.ts"),
      [`${types}/schemas`]: join(folder, "types/src/schemas.ts"),
      [`${types}/constraints`]: join(folder, "types/src/constraints.ts"),
    },
  };
}

/** Returns the entries of a package: every module directly in `src`. */
async function entriesOf(folder: string, target: string): Promise<readonly string[]> {
  const sources = join(folder, target, "src");
  const names = await readdir(sources);
  return names
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(sources, name));
}

export const awsModelsGenerate: Corpus = {
  name: "aws-models (generated code)",
  judged: "types and client compile under the strictest options",
  cases: (root) =>
    models(root).map((model) => ({
      name: model.name,
      async run() {
        report(typeCheck(await packagesOf(model)));
      },
    })),
};

/** Creates the corpus for another version of TypeScript, with all services in one program. */
const compiledBy = (compiler: Compiler): Corpus => ({
  name: `aws-models (${compiler.name})`,
  judged: "types and client of all services compile under the strictest options in one program",
  cases(root) {
    const files = models(root);
    let problems: Promise<readonly string[]> | undefined;
    return files.map((model) => ({
      name: model.name,
      async run() {
        const { folder } = await packagesOf(model);
        problems ??= compileAll(files, compiler);
        report((await problems).filter((problem) => problem.includes(folder)));
      },
    }));
  },
});

async function compileAll(
  files: readonly CorpusFile[],
  compiler: Compiler,
): Promise<readonly string[]> {
  // If a service cannot be generated, only the case of that service fails.
  const settled = await Promise.allSettled(files.map(packagesOf));
  const all = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return compile(compiler, {
    files: all.flatMap(({ files }) => files),
    paths: Object.assign({}, ...all.map(({ paths }) => paths)),
  });
}

export const awsModelsTypeScript6 = compiledBy({ name: "TypeScript 6", package: "typescript-6" });
export const awsModelsTypeScript7 = compiledBy({ name: "TypeScript 7", package: "typescript-7" });

function report(problems: readonly string[]): void {
  if (problems.length > 0)
    throw new Error(`${problems.length} problems: ${problems.slice(0, 3).join("; ")}`);
}
