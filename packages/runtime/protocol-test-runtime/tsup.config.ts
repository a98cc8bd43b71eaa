import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { library } from "../../../tsup.shared.js";

export default library(
  {
    index: "src/entries/index.ts",
    "generated/v1": "src/entries/generated/v1.ts",
  },
  { esbuildPlugins: [inlineSchemaReads] },
);
