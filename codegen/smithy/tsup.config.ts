import { library } from "../../tsup.shared.js";

export default library(
  { index: "src/index.ts", endpoints: "src/endpoints/index.ts", node: "src/node.ts" },
  { loader: { ".smithy": "text" } },
);
