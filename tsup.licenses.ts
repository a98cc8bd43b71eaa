import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EsbuildPlugin } from "./tsup.plugins.js";

/** A package whose code is bundled. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The bundled packages by name and version. */
const bundled = new Map<string, BundledPackage>();

/** License texts and the packages under each. Most packages share a text. */
const licenses = new Map<string, { readonly text: string; readonly titles: Set<string> }>();

/**
 * Writes the licenses of all packages whose code is bundled to `dist/THIRD-PARTY-LICENSES.txt`, and
 * the packages as a bill of materials (CycloneDX) to `dist/sbom.cdx.json`. When a package has several
 * builds, each build adds its packages.
 */
export const bundledLicenses: EsbuildPlugin = {
  name: "bundled-licenses",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      for (const input of Object.keys(metafile?.inputs ?? {})) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder !== undefined) noteLicense(folder);
      }
      const blocks = [...licenses.values()].map(
        ({ text, titles }) => `${[...titles].sort().join("\n")}\n\n${text}\n`,
      );
      mkdirSync("dist", { recursive: true });
      writeFileSync(
        "dist/THIRD-PARTY-LICENSES.txt",
        ["This package contains code of the following packages.\n", ...blocks.sort()].join(
          `\n${"=".repeat(80)}\n\n`,
        ),
      );
      writeFileSync("dist/sbom.cdx.json", `${JSON.stringify(billOfMaterials(), null, 2)}\n`);
    });
  },
};

/** Adds the license of the package in a folder. Call it for packages whose types are bundled. */
export function noteLicense(folder: string): void {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return;
  const { name, version, license } = JSON.parse(readFileSync(manifest, "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  bundled.set(`${name}@${version}`, { name, version, license });
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  const whole = texts.join("\n\n") || `Licensed under ${license}.`;
  // Copies of a license differ in whitespace, in brackets and in the copyright line. The copyright
  // line is printed next to the name of the package.
  const [copyright] = /^ *Copyright.*\d{4}.*$/m.exec(whole) ?? [];
  const text = whole.replace(copyright ?? "", "").replaceAll(/[ \t]*\r?\n/g, "\n");
  const key = text.replaceAll(/\s+/g, " ").replaceAll("{}", "[]");
  const entry = licenses.get(key) ?? { text, titles: new Set() };
  const title = `${name} ${version} (${license})`;
  entry.titles.add(copyright === undefined ? title : `${title}, ${copyright.trim()}`);
  licenses.set(key, entry);
}

/**
 * Returns the bundled packages in CycloneDX (https://cyclonedx.org/docs/1.6/json), without a time and
 * a serial number, so that the same sources result in the same file.
 */
function billOfMaterials(): object {
  const { name, version, license } = JSON.parse(readFileSync("package.json", "utf8"));
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: component({ name, version, license }) },
    components: [...bundled.values()]
      .map(component)
      .sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1)),
  };
}

function component({ name, version, license }: BundledPackage) {
  const [scope, base = scope] = name.split("/");
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  // CycloneDX requires an expression for several licenses.
  const stated = / (?:OR|AND|WITH) /.test(license)
    ? { expression: license }
    : { license: { id: license } };
  return {
    type: "library",
    "bom-ref": purl,
    ...(name.startsWith("@") && { group: scope }),
    name: base,
    version,
    licenses: [stated],
    purl,
  };
}
