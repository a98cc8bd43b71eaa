import * as v from "valibot";
import { defineGenerator } from "../../generator.js";
import { described } from "../../option-text.js";

/** Generates the JSON AST of the whole model, for tools that do not read IDL. */
export const modelTarget = defineGenerator({
  name: "model",
  options: v.strictObject({
    file: v.optional(
      described(v.string(), "The name of the file in the output folder."),
      "model.json",
    ),
  }),
  generate: (_plan, { modelJson, options }) => ({
    files: [],
    rootFiles: [{ path: options.file, text: modelJson() }],
  }),
});
