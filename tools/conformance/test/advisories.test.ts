import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { publishedPackages, workspaceRoot } from "../src/workspace.js";

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly object[];
}

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

const bills = publishedPackages().flatMap(({ folder, manifest }) => {
  const path = join(folder, "dist/sbom.cdx.json");
  if (!existsSync(path)) return [];
  const bill: Bill = JSON.parse(readFileSync(path, "utf8"));
  return [{ folder, manifest, bill }];
});
const nameOf = ({ group, name }: Component): string =>
  group === undefined ? name : `${group}/${name}`;

describe("the bills of materials", () => {
  it("are in the packages that contain code of others", () => {
    expect(bills.map(({ manifest }) => manifest.name)).toEqual([
      "@tinsmith/client-runtime",
      "@tinsmith/codegen",
      "@tinsmith/console",
      "@tinsmith/protocols",
      "@tinsmith/validation",
      "tinsmith",
    ]);
  });

  it.each(bills.map((one) => [one.manifest.name, one] as const))(
    "list the packages whose licenses are in the package: %s",
    (name, { folder, manifest, bill }) => {
      const licenses = readFileSync(join(folder, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
      const titles = Array.from(
        licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*) \(/gm),
        ([, title = "", version = ""]) => `${title}@${version}`,
      ).sort();
      expect(titles.length).toBeGreaterThan(0);
      expect(bill.components.map((one) => `${nameOf(one)}@${one.version}`).sort()).toEqual(titles);
      expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1 });
      expect(nameOf(bill.metadata.component)).toBe(name);
      expect(bill.metadata.component.version).toBe(manifest.version);
      for (const one of bill.components) {
        expect(one.licenses).toHaveLength(1);
        expect(decodeURIComponent(one.purl)).toBe(`pkg:npm/${nameOf(one)}@${one.version}`);
      }
    },
  );
});

describe("the query for advisories", () => {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-advisories-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const component = { group: "@acme", name: "carried", version: "1.2.3" };
  mkdirSync(join(folder, "codegen/ours/dist"), { recursive: true });
  writeFileSync(
    join(folder, "codegen/ours/dist/sbom.cdx.json"),
    JSON.stringify({
      metadata: { component: { group: "@ours", name: "package", version: "1.0.0" } },
      components: [component],
    }),
  );

  /** Runs the script against a registry that returns one response. */
  async function ask(status: number, answer: unknown) {
    const asked: unknown[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        asked.push([request.url, JSON.parse(body)]);
        response.writeHead(status).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((next) => server.listen(0, "127.0.0.1", next));
    // A listening TCP server has an address with a port.
    const { port } = server.address() as AddressInfo;
    const script = join(workspaceRoot, "tools/release/advisories.mjs");
    const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/` };
    const result = await new Promise<{ code: number; text: string }>((next) => {
      const child = execFile(process.execPath, [script, folder], { env }, (_, stdout, stderr) =>
        next({ code: child.exitCode ?? -1, text: stdout + stderr }),
      );
    });
    server.close();
    return { ...result, asked };
  }

  it("covers bundled packages, and fails with a list of the packages to release", async () => {
    const advisory = {
      severity: "high",
      title: "Reads too much",
      url: "https://advisories.example/1",
      vulnerable_versions: "<1.2.4",
    };
    const { code, text, asked } = await ask(200, { "@acme/carried": [advisory] });
    expect(asked).toEqual([["/-/npm/v1/security/advisories/bulk", { "@acme/carried": ["1.2.3"] }]]);
    expect(text).toContain("high: Reads too much (@acme/carried <1.2.4)");
    expect(text).toContain("bundled by @ours/package");
    expect(code).toBe(1);
  });

  it("passes if the registry returns no advisories, and fails if it does not respond", async () => {
    expect(await ask(200, {})).toMatchObject({
      code: 0,
      text: "No advisory for the 1 bundled packages.\n",
    });
    expect(await ask(500, {})).toMatchObject({ code: 2 });
  });
});
