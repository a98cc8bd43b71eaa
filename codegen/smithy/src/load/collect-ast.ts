import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import { placeMetadata } from "../model/metadata-origins.js";
import type { ObjectNode, ValueNode } from "../syntax/nodes.js";
import { parseJson } from "../syntax/parse-json.js";
import { AstReader } from "./ast-reader.js";
import { collectAstShape } from "./collect-ast-shape.js";
import type { Collected } from "./collect-idl.js";
import type {
  MetadataDefinition,
  ShapeDefinition,
  TraitApplications,
  Version,
} from "./definitions.js";
import { evaluateAst, keyText } from "./evaluate-value.js";
import { loadMessages } from "./load-messages.js";

/** Reads the definitions in a JSON AST (https://smithy.io/2.0/spec/json-ast.html). */
export function collectAst(file: SourceFile): Collected {
  const { root, diagnostics: found, isBroken } = parseJson(file);
  // As in the reference, text after the model does not count.
  const problems = found.filter(({ span }) => isBroken(root) || (span?.start ?? 0) < root.end);
  const diagnostics: Diagnostic[] = [...problems];
  const reader = new AstReader(file, diagnostics, isBroken);
  if (isBroken(root) && !declaresVersion(root)) return nothing(diagnostics);
  const object = reader.object(root);
  if (!object) return nothing(diagnostics);
  const version = readVersion(object, reader);
  if (!isBroken(object)) reader.expectProperties(object, ["metadata", "shapes", "smithy"]);
  const metadata = reader
    .objectEntries(object, "metadata")
    .filter(({ value }) => !isBroken(value))
    .map(({ text, value: written }): MetadataDefinition => {
      const value = evaluateAst(written);
      placeMetadata(value, file, written);
      const digits = written.kind === "number" ? written.digits : undefined;
      return { key: text, value, digits, span: reader.span(written) };
    });
  const shapes: ShapeDefinition[] = [];
  const applications: TraitApplications[] = [];
  for (const { text: id, key, value } of reader.objectEntries(object, "shapes")) {
    if (!reader.isId(id, key)) continue;
    const node = reader.object(value);
    if (node && isBroken(node))
      diagnostics.push(...problems.map((one) => ({ ...one, shapeId: id })));
    const type = node && reader.requiredString(node, "type", key);
    if (!node || type === undefined) continue;
    if (type === "apply") {
      reader.expectProperties(node, ["traits", "type"], id);
      const traits = reader.traits(node, id);
      applications.push({ target: id, traits, version, span: reader.span(key) });
    } else {
      const shape = collectAstShape({ id, key, node, type, version }, reader);
      if (!shape) continue;
      if (isBroken(node)) applications.push(...strayTraits(shape));
      else shapes.push(shape);
    }
  }
  return {
    definitions: { version, shapes, applications, metadata },
    diagnostics,
    checkReferences: () => [],
  };
}

/** Reports whether a file begins with its version. Without it, a broken file defines nothing. */
const declaresVersion = (root: ValueNode): boolean =>
  root.kind === "object" &&
  root.entries[0] !== undefined &&
  keyText(root.entries[0].key) === "smithy";

const nothing = (diagnostics: readonly Diagnostic[]): Collected => ({
  definitions: { version: "2.0", shapes: [], applications: [], metadata: [] },
  diagnostics,
  checkReferences: () => [],
});

/**
 * The traits of a shape that ends with an error. The shape is not defined, but its traits are
 * applied.
 */
function strayTraits(shape: ShapeDefinition): readonly TraitApplications[] {
  const { id, traits, members, version, span } = shape;
  return [
    { target: id, traits, version, span },
    ...members.map((one) => ({ target: `${id}$${one.name}`, traits: one.traits, version, span })),
  ];
}

function readVersion(root: ObjectNode, reader: AstReader): Version {
  const version = reader.requiredString(root, "smithy", root);
  if (version === undefined) return "2.0";
  if (/^1(\.0)?$/.test(version)) return "1.0";
  if (!/^2(\.0)?$/.test(version)) {
    reader.report(loadMessages.unsupportedVersion, { version }, root);
  }
  return "2.0";
}
