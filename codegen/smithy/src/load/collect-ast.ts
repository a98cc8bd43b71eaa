import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import { placeMetadata } from "../model/metadata-origins.js";
import type { ObjectNode } from "../syntax/nodes.js";
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
import { evaluateAst } from "./evaluate-value.js";
import { loadMessages } from "./load-messages.js";

/** Reads the definitions in a JSON AST (https://smithy.io/2.0/spec/json-ast.html). */
export function collectAst(file: SourceFile): Collected {
  const tree = parseJson(file);
  const diagnostics: Diagnostic[] = [...tree.diagnostics];
  const reader = new AstReader(file, diagnostics);
  const root = tree.root && reader.object(tree.root);
  const version = root ? readVersion(root, reader) : "2.0";
  const shapes: ShapeDefinition[] = [];
  const applications: TraitApplications[] = [];
  let metadata: readonly MetadataDefinition[] = [];
  if (root) {
    reader.expectProperties(root, ["metadata", "shapes", "smithy"]);
    metadata = reader.objectEntries(root, "metadata").map(({ text, value: written }) => {
      const value = evaluateAst(written);
      placeMetadata(value, file, written);
      const digits = written.kind === "number" ? written.digits : undefined;
      return { key: text, value, digits, span: reader.span(written) };
    });
    for (const { text: id, key, value } of reader.objectEntries(root, "shapes")) {
      if (!reader.isId(id, key)) continue;
      const node = reader.object(value);
      const type = node && reader.requiredString(node, "type", key);
      if (!node || type === undefined) continue;
      if (type === "apply") {
        reader.expectProperties(node, ["traits", "type"], id);
        const traits = reader.traits(node, id);
        applications.push({ target: id, traits, version, span: reader.span(key) });
      } else {
        const shape = collectAstShape({ id, key, node, type, version }, reader);
        if (shape) shapes.push(shape);
      }
    }
  }
  return {
    definitions: { version, shapes, applications, metadata },
    diagnostics,
    checkReferences: () => [],
  };
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
