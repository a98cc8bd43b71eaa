import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../model/model.js";
import type { ApplyNode, ControlNode, ShapeNode } from "../syntax/nodes.js";
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
    statement.kind === "shape" && !statement.name.missing
      ? [
          `${namespace}#${statement.name.text}`,
          ...inlineShapeIds(statement, namespace, settings).map(([, id]) => id),
        ]
      : [],
  );
}

/** The definitions of a file, and the checks that have to wait until all files are known. */
export interface Collected {
  readonly definitions: FileDefinitions;
  readonly diagnostics: readonly Diagnostic[];
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
  const metadata = root.metadata.map(({ key, value: written }): MetadataDefinition => {
    const value = evaluateValue(written, metadataNames);
    placeMetadata(value, file, written);
    const digits = written.kind === "number" ? written.digits : undefined;
    return { key: keyText(key), value, digits, span: names.span(written) };
  });
  for (const control of root.controls) checkControl(control, names, metadataNames);
  const shapes: ShapeDefinition[] = [];
  const applications: TraitApplications[] = [];
  for (const statement of root.statements) {
    if (statement.kind === "shape" && !statement.name.missing) {
      checkName(statement, names);
      shapes.push(...collectShape(statement, names, settings));
    } else if (statement.kind === "apply" && !statement.target.missing) {
      applications.push(collectApply(statement, names, settings.version));
    }
  }
  return {
    definitions: {
      version: settings.version,
      shapes,
      applications,
      metadata,
    },
    diagnostics: names.diagnostics,
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

function checkControl({ key, value }: ControlNode, names: NameResolver, values: NameResolver) {
  const text = keyText(key);
  if (knownControls.includes(text) || value.kind === "missingValue") return;
  const args = { key: text, value: JSON.stringify(evaluateValue(value, values)) };
  names.diagnostics.push(loadMessages.unknownControl(args, { span: names.span(value) }));
}

function checkName({ name }: ShapeNode, names: NameResolver): void {
  const other = names.importOf(name.text);
  if (other === undefined) return;
  const place = { span: names.span(name) };
  names.diagnostics.push(loadMessages.nameConflictsWithUse({ name: name.text, other }, place));
}

function collectApply(node: ApplyNode, names: NameResolver, version: Version): TraitApplications {
  return {
    target: names.resolve(node.target),
    traits: node.traits.filter(isPresent).map((trait) => collectTrait(trait, names)),
    span: names.span(node.target),
    version,
  };
}
