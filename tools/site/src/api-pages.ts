import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ManualPage } from "@tinsmith/codegen/manual";
import ts from "typescript";
import { describeAugmentations, describeExports } from "./describe-exports.js";
import type { ExportText } from "./describe-exports.js";
import { block, code, fileName, table } from "./markdown.js";
import { publishedPackages } from "./workspace.js";
import type { PublishedPackage } from "./workspace.js";

/** An entry of a package with declarations. */
interface Entry {
  /** The specifier: `@tinsmith/smithy/node`. */
  readonly name: string;
  readonly declarations: string;
}

/**
 * Returns a page for each entry that people import. The page is created from the declarations of
 * the entry and their comments.
 */
export function apiPages(): readonly ManualPage[] {
  const packages = publishedPackages().map((one) => ({ ...one, entries: entriesOf(one) }));
  const entries = packages.flatMap((one) => one.entries);
  const program = ts.createProgram(
    entries.map(({ declarations }) => declarations),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2022.d.ts", "lib.esnext.disposable.d.ts"],
      types: ["node"],
      skipLibCheck: true,
      noEmit: true,
    },
  );
  const rows = packages.flatMap(({ description, entries: own }) =>
    own.map(({ name }, index) => [
      `[${code(name)}](${fileName(name)}.md)`,
      index === 0 ? description : "",
    ]),
  );
  const markdown = [
    "The entries of the published packages. Entries below `/generated` are for generated code and are left out.",
    table(["Entry", "Package"], rows),
  ].join("\n\n");
  return [
    { path: "api/index.html", title: "All entries", markdown },
    ...entries.map((entry) => entryPage(entry, program)),
  ];
}

function entriesOf({ folder, name, exports = {} }: PublishedPackage): readonly Entry[] {
  return Object.entries(exports).flatMap(([key, target]) => {
    const types = typesOf(target);
    if (types === undefined || key.startsWith("./generated/")) return [];
    const declarations = join(folder, types);
    if (!existsSync(declarations)) throw new Error(`${declarations} is missing: pnpm build`);
    return [{ name: name + key.slice(1), declarations }];
  });
}

function typesOf(target: unknown): string | undefined {
  if (typeof target !== "object" || target === null) return undefined;
  if ("types" in target && typeof target.types === "string") return target.types;
  return "import" in target ? typesOf(target.import) : undefined;
}

function entryPage({ name, declarations }: Entry, program: ts.Program): ManualPage {
  const exported = describeExports(declarations, program);
  const path = `api/${fileName(name)}.html`;
  const [first] = exported;
  if (first === undefined) {
    const markdown = [
      block("ts", `import "${name}";`),
      "The entry exports nothing. It adds to the types of other modules:",
      block("ts", describeAugmentations(declarations, program).join("\n")),
    ].join("\n\n");
    return { path, title: name, markdown };
  }
  const example =
    exported.find(({ kind, name: export_ }) => kind === "value" && /^[a-z]/.test(export_)) ?? first;
  const statement = example.kind === "type" ? "import type" : "import";
  const markdown = [
    block("ts", `${statement} { ${example.name} } from "${name}";`),
    ...exported.flatMap(describe),
  ].join("\n\n");
  return { path, title: name, markdown };
}

function describe({ name, text, declaration, parameters, notes }: ExportText): readonly string[] {
  return [
    `## ${code(name)}`,
    text,
    block("ts", declaration),
    ...(parameters.length === 0
      ? []
      : [
          table(
            ["Parameter", "Meaning"],
            parameters.map(({ term, meaning }) => [code(term), meaning]),
          ),
        ]),
    ...notes,
  ].filter((part) => part !== "");
}
