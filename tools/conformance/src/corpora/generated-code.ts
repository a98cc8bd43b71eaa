import { basename, join } from "node:path";
import type { Corpus } from "../corpus.js";
import { filesBelow } from "../corpus-files.js";
import { generate } from "../generate.js";
import { typeCheck } from "../type-check.js";

export const awsModelsGenerate: Corpus = {
  name: "aws-models (generated code)",
  judged: "types and client compile under the strictest options",
  cases(root) {
    return filesBelow(join(root, "aws-models"), ".json").map(({ name, path }) => ({
      name,
      async run() {
        const service = basename(path, ".json");
        const types = `@corpus/${service}-types`;
        const folder = await generate({
          name: `aws-models/${service}`,
          sources: [path],
          packages: { types, client: `@corpus/${service}-client` },
        });
        const problems = typeCheck({
          files: [join(folder, "types/src/index.ts"), join(folder, "client/src/index.ts")],
          paths: {
            [types]: join(folder, "types/src/index.ts"),
            [`${types}/schemas`]: join(folder, "types/src/schemas.ts"),
            [`${types}/constraints`]: join(folder, "types/src/constraints.ts"),
          },
        });
        if (problems.length > 0)
          throw new Error(`${problems.length} problems: ${problems.slice(0, 3).join("; ")}`);
      },
    }));
  },
};
