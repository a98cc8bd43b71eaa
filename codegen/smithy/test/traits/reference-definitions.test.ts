import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serializeAst } from "../../src/ast/serialize-ast.js";
import { compareText } from "../../src/diagnostics/compare.js";
import { loadModel } from "../../src/load/load-model.js";
import type { NodeValue } from "../../src/model/model.js";
import { isNodeArray, isNodeObject } from "../../src/model/node-value.js";
import type { SourceText } from "../../src/source/source-file.js";
import { traitLibraries } from "../../src/traits/registry.js";

const repository = join(homedir(), ".m2/repository/software/amazon/smithy");
const modules = existsSync(repository) ? readdirSync(repository) : [];
const hasJar = spawnSync("jar", ["--version"]).status === 0;
const reason = !hasJar
  ? "skipped: the command jar of a Java development kit is missing"
  : modules.includes("smithy-aws-traits")
    ? undefined
    : `skipped: the reference implementation is not in ${repository}`;
if (reason !== undefined) console.log(`trait definitions of the reference: ${reason}`);

/** Members that the newest published module does not contain yet. */
const newerMembers: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws.apigateway#integration", ["integrationTarget", "responseTransferMode", "tlsConfig"]],
]);

const prelude = "software/amazon/smithy/model/loader/prelude.smithy";
const libraries = "META-INF/smithy";

/** Unpacks the newest version of each module and returns its definitions. */
function referenceSources(folder: string): readonly SourceText[] {
  return modules.flatMap((module) => {
    const versions = readdirSync(join(repository, module)).filter((name) => /^\d/.test(name));
    const [newest] = versions.sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
    const jar = join(repository, module, String(newest), `${module}-${newest}.jar`);
    if (!existsSync(jar)) return [];
    const cwd = join(folder, module);
    mkdirSync(cwd);
    spawnSync("jar", ["xf", jar, libraries, prelude], { cwd });
    const traits = join(cwd, libraries);
    return [
      join(cwd, prelude),
      ...(existsSync(traits) ? readdirSync(traits) : [])
        .filter((name) => name.endsWith(".smithy"))
        .map((name) => join(traits, name)),
    ]
      .filter((path) => existsSync(path))
      .map((path) => ({ path, text: readFileSync(path, "utf8") }));
  });
}

function definitionsIn(sources: readonly SourceText[]): ReadonlyMap<string, NodeValue> {
  const { model } = loadModel(sources);
  if (model === undefined) throw new Error("The definitions cannot be loaded");
  const { shapes } = serializeAst(model, { includeLibraries: true });
  return new Map(Object.entries(isNodeObject(shapes) ? shapes : {}));
}

/**
 * Removes details without a meaning: documentation, the layout of selectors, and the order of keys.
 * The order of members is kept, because messages depend on it.
 */
function meaning(value: NodeValue): NodeValue {
  if (isNodeArray(value)) return value.map(meaning);
  if (!isNodeObject(value)) return value;
  const entries = Object.entries(value);
  const areMembers = entries.every(([, item]) => Object.hasOwn(Object(item), "target"));
  return Object.fromEntries(
    (areMembers ? entries : entries.sort(([a], [b]) => compareText(a, b)))
      .filter(([key]) => !/^smithy\.api#(?:documentation|externalDocumentation)$/.test(key))
      .map(([key, item]) => [
        key,
        key === "selector" && typeof item === "string"
          ? item.replaceAll(/\s+/g, "")
          : meaning(item),
      ])
      .filter(([key, item]) => key !== "traits" || Object.keys(Object(item)).length > 0),
  );
}

function withoutNewer(id: string, value: NodeValue | undefined): NodeValue | undefined {
  if (!isNodeObject(value) || !isNodeObject(value["members"])) return value;
  const newer = newerMembers.get(id) ?? [];
  const members = Object.entries(value["members"]).filter(([name]) => !newer.includes(name));
  return { ...value, members: Object.fromEntries(members) };
}

describe.skipIf(reason !== undefined)("the trait libraries", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "definitions-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("define every shape like the reference implementation", () => {
    const expected = definitionsIn(referenceSources(folder));
    const names = [...traitLibraries.keys()].map((namespace) => `// ${namespace}#`).join("\n");
    const own = definitionsIn([
      { path: "all.smithy", text: `$version: "2.0"\n${names}\nnamespace all` },
    ]);
    expect(expected.size).toBeGreaterThan(300);
    const differences = [...expected].flatMap(([id, theirs]) => {
      const ours = withoutNewer(id, own.get(id));
      const [left, right] = [ours, theirs].map((value) => JSON.stringify(meaning(value ?? null)));
      return left === right ? [] : [{ id, ours: left, theirs: right }];
    });
    expect(differences).toEqual([]);
  });
});
