import { library } from "../../tsup.shared.js";

export default library(
  {
    index: "src/index.ts",
    diff: "src/diff/index.ts",
    endpoints: "src/endpoints/index.ts",
    node: "src/node/index.ts",
    traits: "src/traits/index.ts",
  },
  { loader: { ".smithy": "text" } },
);
