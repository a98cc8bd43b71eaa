import { haveFailed } from "../diagnostics/compare.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { readSettings } from "../load/file-settings.js";
import { loadModel } from "../load/load-model.js";
import type { LoadOptions } from "../load/load-model.js";
import type { Model } from "../model/model.js";
import { createSourceFile } from "../source/source-file.js";
import type { SourceText } from "../source/source-file.js";
import { parseIdl } from "../syntax/parse.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import { transformModel } from "../transform/transform-model.js";
import { validateModel } from "../validate/validate-model.js";
import { applyEdits } from "./edit-text.js";
import { shapeEdits } from "./shape-edits.js";
import { versionEdits } from "./version-edits.js";

/** The result of `migrateSources`. */
export interface MigrateResult {
  /** The sources that changed, with their new texts. Empty after an error or a danger. */
  readonly changed: readonly SourceText[];
  /** The events of the sources or, if these are valid, of the migrated ones. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Rewrites IDL 1.0 as 2.0 (https://smithy.io/2.0/guides/migrating-idl-1-to-2.html), and preserves
 * all comments and whitespace: zero values become `@default`, `@box` is removed, sets become lists,
 * and strings with the `enum` trait become enums if their values have names. Files of version 2.0
 * and JSON ASTs stay unchanged.
 *
 * The sources have to be a whole model, because what a member needs depends on its target.
 */
export function migrateSources(
  sources: readonly SourceText[],
  options: LoadOptions = {},
): MigrateResult {
  const { model, diagnostics } = loadAndValidate(sources, options);
  if (model === undefined || haveFailed(diagnostics)) return { changed: [], diagnostics };
  const enums = transformModel(model, [{ name: "changeStringEnumsToEnumShapes" }]).model;
  const changed = sources.flatMap((source) => {
    if (source.path.endsWith(".json")) return [];
    const text = migrateText(parseIdl(createSourceFile(source.path, source.text)), model, enums);
    return text === source.text ? [] : [{ ...source, text }];
  });
  const texts = new Map(changed.map((source) => [source.path, source]));
  const after = loadAndValidate(
    sources.map((source) => texts.get(source.path) ?? source),
    options,
  );
  return {
    changed: haveFailed(after.diagnostics) ? [] : changed,
    diagnostics: after.diagnostics,
  };
}

function loadAndValidate(sources: readonly SourceText[], options: LoadOptions) {
  const { model, diagnostics } = loadModel(sources, options);
  return {
    model,
    diagnostics: model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics }),
  };
}

function migrateText({ root, file }: SyntaxTree, model: Model, enums: Model): string {
  if (readSettings(root.controls).version === "2.0") return file.text;
  const edits = [
    ...versionEdits(root, file.text),
    ...shapeEdits(root, { text: file.text, model, enums }),
  ];
  return applyEdits(file.text, edits).replace(/(?<!\n)$/, "\n");
}
