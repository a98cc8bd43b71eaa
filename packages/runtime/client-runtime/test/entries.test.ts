import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");
const manifest: {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly typesVersions: { readonly "*": Readonly<Record<string, readonly string[]>> };
} = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => join(source, file));
const specifiers = Object.keys(manifest.exports).filter((one) => one !== "./package.json");

function textOf(file: string): string {
  return readFileSync(join(source, "entries", file), "utf8");
}

/** The sources that a module imports, for its types as well. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)\.js"/g)]
    .map(([, specifier = ""]) => join(dirname(file), `${specifier}.ts`))
    .filter((target) => existsSync(target));
}

describe("the entries of the package", () => {
  it("are all of the files of entries, and no others", () => {
    const expected = readdirSync(join(source, "entries"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => file.replaceAll("\\", "/").replace("generated-v1", "generated/v1"))
      .map((file) => `./${file.replace(/(?:\/?index)?\.ts$/, "")}`.replace(/^\.\/$/, "."));
    // Clients hand these on under the contract; they are the entries that people have.
    const handedOn = ["logging", "monitoring", "plugins", "retries", "telemetry"];
    const all = [...expected, ...handedOn.map((name) => `./generated/v1/${name}`)];
    expect([...specifiers].sort()).toEqual(all.sort());
  });

  it("have types for resolution without exports", () => {
    const names = specifiers.filter((one) => one !== ".").map((one) => one.slice(2));
    expect(Object.keys(manifest.typesVersions["*"])).toEqual(names);
  });

  it("are marked for whom they are", () => {
    for (const file of readdirSync(join(source, "entries"), { encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      expect(textOf(file), file).toContain(" * @packageDocumentation\n * @public\n");
    }
    for (const file of readdirSync(join(source, "entries/generated-v1"), { encoding: "utf8" })) {
      const text = textOf(join("generated-v1", file));
      expect(text, file).toContain(" * @packageDocumentation\n * @internal\n");
    }
  });
});

describe("the layout of the package", () => {
  it("has no circle of imports, those of types included", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (path.includes(file) || done.has(file)) return;
      for (const target of importsOf(file)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("has no folder beside a file of its name", () => {
    const twins = files.filter((file) => existsSync(join(dirname(file), basename(file, ".ts"))));
    expect(twins).toEqual([]);
  });
});
