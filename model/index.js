import { createRequire } from "node:module";

/** AWS Marketplace Metering as a Smithy JSON AST. */
export default createRequire(import.meta.url)("./model.json");
