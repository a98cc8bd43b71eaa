import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { library } from "../../../tsup.shared.js";

export default library(["src/index.ts", "src/parts.ts"], { esbuildPlugins: [inlineSchemaReads] });
