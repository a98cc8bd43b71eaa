import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadProject } from "@tinsmith/codegen/project";
import type { ProtocolDefinition } from "@tinsmith/codegen/protocol";
import { describe, expect, it } from "vitest";
import plugin, { alloy } from "../src/tinsmith.js";
import { configPath, generatedFolder } from "./generated-packages.js";

const root = fileURLToPath(new URL("..", import.meta.url));

describe("the plugin of alloy", () => {
  it("is a protocol", () => {
    const definition: ProtocolDefinition = plugin;
    expect(definition).toBe(alloy);
    expect(definition.trait).toBe("alloy#simpleRestJson");
  });

  it("defines its traits, so that the model is valid, and adds no events about the shapes of alloy", async () => {
    const { diagnostics } = await loadProject({ configPath });
    expect(diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    expect(diagnostics.filter(({ shapeId = "" }) => shapeId.startsWith("alloy"))).toEqual([]);
  });

  it("reports operations without HTTP bindings, and discriminated unions with members that are not structures", async () => {
    const { diagnostics } = await loadProject({
      configPath,
      config: {
        version: "1.0",
        sources: ["../test/wrong.smithy"],
        plugins: { "@tinsmith/alloy/tinsmith": {} },
      },
    });
    const severe = diagnostics.filter(({ severity }) => /^(?:DANGER|ERROR)$/.test(severity));
    expect(severe.map(({ code, shapeId }) => `${code} ${shapeId}`).sort()).toEqual([
      "DiscriminatedUnion wrong#Kind$text",
      "HttpBindingsMissing wrong#Do",
    ]);
  });

  it("does not replace a trait definition that the sources contain", async () => {
    const { model, diagnostics } = await loadProject({
      configPath,
      config: {
        version: "1.0",
        sources: ["model", "../test/own-definition.smithy"],
        plugins: { "@tinsmith/alloy/tinsmith": {} },
      },
    });
    expect(diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    const trait = model?.getShape("alloy#openEnum")?.traits.get("smithy.api#documentation");
    expect(trait).toBe("Another documentation.");
  });

  it.each(["client", "mock-server"])(
    "adds @tinsmith/alloy to the dependencies of the package %s",
    (target) => {
      const path = `${root}/${generatedFolder}/${target}/package.json`;
      const { dependencies } = JSON.parse(readFileSync(path, "utf8"));
      expect(dependencies).toHaveProperty("@tinsmith/alloy", "workspace:^");
    },
  );

  it("adds the name of the protocol to the documentation", () => {
    const page = readFileSync(`${root}/${generatedFolder}/docs/src/generated/index.html`, "utf8");
    expect(page).toContain("Alloy simpleRestJson");
    expect(page).toContain("X-Error-Type");
  });
});
