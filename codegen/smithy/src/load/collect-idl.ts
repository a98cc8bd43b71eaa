import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../model/model.js";
import type { ApplyNode, ControlNode } from "../syntax/nodes.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import { collectShape, inlineShapeIds } from "./collect-idl-shape.js";
import { collectTrait, isPresent } from "./collect-idl-trait.js";
import type {
  FileDefinitions,
  MetadataDefinition,
  ShapeDefinition,
  TraitApplications,
  Version,
} from "./definitions.js";
import { placeMetadata } from "../model/metadata-origins.js";
import { evaluateValue, keyText } from "./evaluate-value.js";
import { readSettings } from "./file-settings.js";
import { loadMessages } from "./load-messages.js";
import { NameResolver } from "./resolve-names.js";
import type { DeclaredShapes } from "./resolve-names.js";
import type { Suggestions } from "./suggestions.js";

/** The ids of all shapes that a file defines, including those of inline input and output. */
export function declaredIds(tree: SyntaxTree): readonly ShapeId[] {
  const namespace = tree.root.namespace?.name.text ?? "";
  const settings = readSettings(tree.root.controls);
  return tree.root.statements.flatMap((statement) =>
    statement.kind === "shape"
      ? [
          ...(statement.broken ? [] : [`${namespace}#${statement.name.text}`]),
          ...inlineShapeIds(statement, namespace, settings).map(([, id]) => id),
        ]
      : [],
  );
}

/** The definitions of a file, and the checks that have to wait until all files are known. */
export interface Collected {
  readonly definitions: FileDefinitions;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The offset at which the reference stops reading the file, after an error that it does not
   * recover from.
   */
  readonly end?: number | undefined;
  /** Checks against all shapes of the model. */
  readonly checkReferences: (
    exists: (id: ShapeId) => boolean,
    suggestions: Suggestions,
  ) => readonly Diagnostic[];
}

/** Reads the definitions in a syntax tree. `declared` are the shapes of all files. */
export function collectIdl(tree: SyntaxTree, declared: DeclaredShapes): Collected {
  const { root, file } = tree;
  const names = new NameResolver(file, root, declared);
  const settings = readSettings(root.controls);
  const metadataNames = new NameResolver(
    file,
    { ...root, namespace: undefined, uses: [] },
    declared,
  );
  const metadata = root.metadata.flatMap(
    ({ key, value: written, broken }): MetadataDefinition[] => {
      const value = evaluateValue(written, metadataNames);
      if (broken) return [];
      placeMetadata(value, file, written);
      const digits = written.kind === "number" ? written.digits : undefined;
      return [{ key: keyText(key), value, digits, span: names.span(written) }];
    },
  );
  for (const control of root.controls) checkControl(control, names, metadataNames);
  const shapes: ShapeDefinition[] = [];
  const applications: TraitApplications[] = [];
  for (const statement of root.statements) {
    if (statement.kind === "shape") {
      const collected = collectShape(statement, names, settings);
      shapes.push(...collected.shapes);
      applications.push(...collected.applications);
    } else if (statement.kind === "apply") {
      applications.push(...collectApply(statement, names, settings.version));
    } else for (const trait of statement.traits) collectTrait(trait, names);
    if (names.end !== undefined) break;
  }
  return {
    definitions: {
      version: settings.version,
      shapes,
      applications,
      metadata,
    },
    diagnostics: names.diagnostics,
    end: names.end,
    checkReferences: (exists, suggestions) => [
      ...names.undefinedImports(exists, suggestions),
      ...names.unresolvedValues(exists, suggestions),
      ...metadataNames.unresolvedValues(exists, suggestions),
    ],
  };
}

const knownControls: readonly string[] = [
  "version",
  "operationInputSuffix",
  "operationOutputSuffix",
];

function checkControl(
  { key, value, broken }: ControlNode,
  names: NameResolver,
  values: NameResolver,
) {
  const text = keyText(key);
  const evaluated = evaluateValue(value, values);
  if (knownControls.includes(text) || broken) return;
  const args = { key: text, value: JSON.stringify(evaluated) };
  names.diagnostics.push(loadMessages.unknownControl(args, { span: names.span(value) }));
}

function collectApply(
  node: ApplyNode,
  names: NameResolver,
  version: Version,
): readonly TraitApplications[] {
  // A broken statement is read too, because every bare word in its values must name a shape.
  const traits = node.traits.filter(isPresent).map((trait) => collectTrait(trait, names));
  if (node.broken) return [];
  const { target } = node;
  return [{ target: names.resolve(target), traits, span: names.span(target), version }];
}
