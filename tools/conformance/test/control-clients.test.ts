import { execFile, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { MarketplaceMeteringMockServer } from "@marketplace-metering/mock-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// These generators of clients are not installed by any step of this repository.
const python = process.env["PYTHON"] ?? "python3";
const isMatrix = process.env["TINSMITH_MATRIX"] !== undefined;

function missing(...[file, ...args]: readonly [string, ...string[]]): string | undefined {
  if (!isMatrix) return "only in pnpm test:matrix";
  const { status } = spawnSync(file, args, { stdio: "ignore" });
  return status === 0 ? undefined : `${[file, ...args].join(" ")} does not succeed`;
}

const withoutPython = missing(python, "-m", "openapi_python_client", "--version");
const withoutGo = missing("go", "version") ?? missing("oapi-codegen", "-version");
for (const [what, reason] of [
  ["openapi-python-client", withoutPython],
  ["oapi-codegen", withoutGo],
]) {
  if (reason !== undefined)
    console.log(`A client of the control API by ${what}: skipped, ${reason}`);
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe("a generated client of the control API", () => {
  let server: MarketplaceMeteringMockServer;
  let folder: string;
  beforeAll(async () => {
    server = await createMockServer().listen();
    folder = mkdtempSync(join(tmpdir(), "control-clients-"));
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs a command and returns its output. @throws Error with its errors if it fails */
  const run = async (cwd: string, file: string, ...args: readonly string[]): Promise<string> =>
    (await promisify(execFile)(file, args, { cwd, maxBuffer: 2 ** 26 })).stdout;

  async function description(version: string): Promise<string> {
    const response = await fetch(`${server.url}/_mock/openapi.json?version=${version}`);
    const file = join(folder, `openapi-${version}.json`);
    writeFileSync(file, await response.text());
    return file;
  }

  it.skipIf(withoutPython !== undefined)(
    "sets the clock, overrides and settings if openapi-python-client generates it",
    async () => {
      const file = await description("3.1");
      const client = join(folder, "python");
      const options = ["--path", file, "--output-path", client];
      await run(folder, python, "-m", "openapi_python_client", "generate", ...options);
      const program = here("../python/generated_control.py");
      expect(await run(folder, python, program, server.url, client)).toBe("ok\n");
    },
    300_000,
  );

  it.skipIf(withoutGo !== undefined)(
    "creates overrides and tokens, and reads errors if oapi-codegen generates it",
    async () => {
      const file = await description("3.0");
      const module = join(folder, "go");
      mkdirSync(join(module, "control"), { recursive: true });
      copyFileSync(here("control-clients/main.go"), join(module, "main.go"));
      const options = ["-generate", "types,client", "-package", "control", file];
      const text = await run(folder, "oapi-codegen", ...options);
      writeFileSync(join(module, "control", "control.go"), text);
      await run(module, "go", "mod", "init", "example.com/control");
      await run(module, "go", "get", "github.com/oapi-codegen/runtime@v1.1.2");
      expect(await run(module, "go", "run", ".", server.url)).toBe("ok\n");
    },
    300_000,
  );
});
