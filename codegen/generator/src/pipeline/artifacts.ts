import { printJson, serializeAst } from "@tinsmith/smithy";
import type { Diagnostic, Model } from "@tinsmith/smithy";
import { hasTrait, traitTrait } from "@tinsmith/smithy/traits";
import type { OutputFile } from "../output/output-tree.js";
import type { Project } from "../project/load-project.js";
import type { LoadedProjection } from "../project/load-projections.js";
import type { ArtifactName } from "../project/plugin-names.js";

/** Creates the files of an artifact plugin in a projection. */
export const artifactFiles = (
  name: ArtifactName,
  project: Project,
  projection: LoadedProjection,
): readonly OutputFile[] =>
  name === "sources" ? sourcesOf(project, projection) : [buildInfo(project, projection)];

/**
 * Returns the source files unchanged or, for a projection with transforms, the transformed model.
 */
function sourcesOf(
  { sourceFiles }: Project,
  { transforms, model }: LoadedProjection,
): readonly OutputFile[] {
  const files: readonly OutputFile[] =
    transforms.length === 0
      ? sourceFiles.map(({ path, text }) => ({ path, content: text }))
      : [{ path: "model.json", content: printJson(serializeAst(model)) }];
  const names = files.map(({ path }) => path).sort();
  return [...files, { path: "manifest", content: names.map((name) => `${name}\n`).join("") }];
}

function buildInfo({ config }: Project, { name, model, events }: LoadedProjection): OutputFile {
  const own = new Set(Object.keys(serializeAst(model)["shapes"] ?? {}));
  const idsOf = (type: "service" | "operation" | "resource") =>
    model.shapesOfType(type).flatMap(({ id }) => (own.has(id) ? id : []));
  const info = {
    version: "1.0",
    projectionName: name,
    projection: config?.projections[name] ?? {},
    validationEvents: events.map(describeEvent),
    traitNames: traitNames(model, own),
    traitDefNames: [...own].filter((id) => hasTrait(model.getShape(id), traitTrait)),
    serviceShapeIds: idsOf("service"),
    operationShapeIds: idsOf("operation"),
    resourceShapeIds: idsOf("resource"),
    metadata: model.metadata,
  };
  return { path: "smithy-build-info.json", content: `${JSON.stringify(info, null, 4)}\n` };
}

/** Lists the traits of all shapes and members of the model. */
function traitNames(model: Model, own: ReadonlySet<string>): readonly string[] {
  const names = [...model.shapes.values()].flatMap(({ id, traits }) =>
    own.has(id.replace(/\$.*$/, "")) ? [...traits.keys()] : [],
  );
  return [...new Set(names)].sort();
}

function describeEvent({ code, severity, message, shapeId, span }: Diagnostic) {
  const position = span?.file.positionAt(span.start);
  return {
    id: code,
    severity,
    ...(shapeId !== undefined && { shapeId }),
    message,
    ...(span !== undefined && { filename: span.file.path, ...position }),
  };
}
