import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { library } from "../../../tsup.shared.js";

export default library(["src/index.ts", "src/service.ts", "src/stubs.ts"], {
  esbuildPlugins: [inlineSchemaReads],
  platform: "neutral",
});
