import type { PackageFacts } from "../generator.js";
import type { OutputFile } from "../output/output-tree.js";
import { entryName, hasEntries } from "./package-json.js";

/**
 * Creates the files of a new package except `package.json`. They do not refer to files outside of
 * the package.
 *
 * @param folder - the folder of generated files: `src/generated`
 */
export function scaffoldFiles(facts: PackageFacts, folder: string): readonly OutputFile[] {
  if (facts.frontPage !== undefined) {
    return [
      { path: "README.md", content: facts.readme },
      { path: "build.mjs", content: copyScript(folder, facts.copiedFiles ?? {}) },
    ];
  }
  return [
    { path: "README.md", content: facts.readme },
    { path: "tsconfig.json", content: tsconfig(facts) },
    ...(hasEntries(facts) ? [{ path: "tsup.config.ts", content: tsupConfig(facts) }] : []),
    ...Object.entries(facts.entries).map(([key, module]) => ({
      path: `src/${entryName(key)}.ts`,
      content: `export * from ${JSON.stringify(`./${folder.replace(/^src\//, "")}/${module}`)};\n`,
    })),
    ...(facts.starterFiles ?? []).map(({ path, text }) => ({ path, content: text })),
  ];
}

function tsconfig(facts: PackageFacts): string {
  return JSON.stringify({
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2022", "ESNext.Disposable"],
      module: "NodeNext",
      moduleResolution: "NodeNext",
      types: facts.platform === "neutral" ? [] : ["node"],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      noImplicitOverride: true,
      noPropertyAccessFromIndexSignature: true,
      isolatedModules: true,
      skipLibCheck: true,
      noEmit: true,
    },
    include: ["src", "test", "*.config.ts"],
  });
}

function tsupConfig(facts: PackageFacts): string {
  return `import { defineConfig } from "tsup";

/**
 * Every module directly below \`src\` is an entry of the package: ESM, CommonJS and declarations.
 */
export default defineConfig({
  entry: ["src/*.ts"],
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  target: "es2022",
  platform: ${JSON.stringify(facts.platform ?? "node")},
  treeshake: true,
  splitting: true,
  removeNodeProtocol: false,
  outExtension: ({ format }) => ({ js: format === "cjs" ? ".cjs" : ".js" }),
});
`;
}

function copyScript(folder: string, copied: Readonly<Record<string, string>>): string {
  const script = `import { cp, rm } from "node:fs/promises";
import { basename } from "node:path";

// The site is finished when it is generated: a build puts it where the published package has it.
// The manifest stays behind; it is the generator's.
const site = new URL(${JSON.stringify(`${folder}/`)}, import.meta.url);
const dist = new URL("dist/", import.meta.url);
await rm(dist, { recursive: true, force: true });
await cp(site, dist, { recursive: true, filter: (path) => basename(path) !== "manifest.json" });
`;
  if (Object.keys(copied).length === 0) return script;
  return `${script}
// Programs that the pages load on demand. They come from packages, so that a new release of them
// changes no generated file.
const copied = ${JSON.stringify(copied, undefined, 2)};
for (const [path, entry] of Object.entries(copied)) {
  await cp(new URL(import.meta.resolve(entry)), new URL(path, dist));
}
`;
}
