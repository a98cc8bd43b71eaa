import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadProject } from "@tinsmith/codegen/project";
import { describe, expect, it } from "vitest";
import { configPath, generatedFolder } from "./generated-packages.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const repository = fileURLToPath(new URL("../../..", import.meta.url));

describe("the plugin of the protocol", () => {
  it("defines its traits, so that the model is valid", async () => {
    const { diagnostics } = await loadProject({ configPath });
    const isSevere = (severity: string) => severity === "ERROR" || severity === "DANGER";
    expect(diagnostics.filter(({ severity }) => isSevere(severity))).toEqual([]);
  });

  it.each(["client", "mock-server"])(
    "adds the package of the protocol to the dependencies of the package %s",
    (target) => {
      const path = `${root}/${generatedFolder}/${target}/package.json`;
      const { dependencies } = JSON.parse(readFileSync(path, "utf8"));
      expect(dependencies).toHaveProperty("@tinsmith/protocol-example", "workspace:^");
    },
  );

  it("adds the name of the protocol to the documentation", () => {
    const page = readFileSync(`${root}/${generatedFolder}/docs/src/generated/index.html`, "utf8");
    expect(page).toContain("Parcel JSON");
    expect(page).toContain("a header names errors");
  });

  it("is not mentioned in the generator, the runtimes and the command line", () => {
    const words = ["parcelJson", "parcel.protocols", "protocol-example"].flatMap((word) => [
      "-e",
      word,
    ]);
    const where = ["codegen/*.ts", "codegen/*.json", "packages/*.ts", "packages/*.json"];
    const { status, stdout } = spawnSync("git", ["grep", "-l", ...words, "--", ...where], {
      cwd: repository,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });
});
