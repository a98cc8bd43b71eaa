import { join } from "node:path";
import { validateModel } from "@tinsmith/smithy";
import type { Corpus } from "../corpus.js";
import { filesBelow, source } from "../corpus-files.js";
import { eventOf, formatEvent, loadWithoutErrors } from "../events.js";

export const awsModelsLoad: Corpus = {
  name: "aws-models",
  judged: "loads and validates without an error",
  cases(root) {
    return filesBelow(join(root, "aws-models"), ".json").map(({ name, path }) => ({
      name,
      run() {
        const model = loadWithoutErrors([source(path)]);
        const errors = validateModel(model).filter(({ severity }) => severity === "ERROR");
        if (errors.length > 0)
          throw new Error(
            errors
              .slice(0, 3)
              .map((error) => formatEvent(eventOf(error)))
              .join("; "),
          );
      },
    }));
  },
};
