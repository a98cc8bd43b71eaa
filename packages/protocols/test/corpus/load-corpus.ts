import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel, type Model } from "@tinsmith/smithy";

/** The protocol tests that lie beside a checkout of the project; absent for most. */
const folder = fileURLToPath(
  new URL("../../../../../shared/corpora/protocol-tests", import.meta.url),
);

/** The model of the protocol tests, or `undefined` where there is none. */
export const loadCorpus = (): Model | undefined => {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".smithy"))
    .sort();
  const { model, diagnostics } = loadModel(
    files.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") })),
  );
  if (!model) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "ERROR");
    throw new Error(
      `The corpus does not load:\n${errors.map((error) => error.message).join("\n")}`,
    );
  }
  return model;
};
