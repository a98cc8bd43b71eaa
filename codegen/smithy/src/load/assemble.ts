import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, ShapeId } from "../model/model.js";
import { markShipped } from "../model/shipped-shapes.js";
import { buildModel } from "./build-model.js";
import { checkTraits } from "./check-traits.js";
import type { Collected } from "./collect-idl.js";
import type { DefinedType, FileDefinitions } from "./definitions.js";
import { flattenMixins } from "./flatten-mixins.js";
import { mergeMetadata } from "./merge-metadata.js";
import { mergeShapes } from "./merge-shapes.js";
import { mergeApplications } from "./merge-traits.js";
import { resolveElidedMembers } from "./resolve-elided.js";
import type { ModelDraft } from "./shape-draft.js";
import { Suggestions } from "./suggestions.js";
import { refuseTraitsOfVersion, upgradeVersion1 } from "./upgrade.js";

/**
 * Combines the definitions of all files, in the order that the steps require: merge, upgrade,
 * resolve, flatten, check, build.
 */
export function assemble(
  prelude: Collected,
  libraries: readonly Collected[],
  sources: readonly Collected[],
  options: { readonly allowUnknownTraits?: boolean },
): { readonly model: Model; readonly diagnostics: readonly Diagnostic[] } {
  const own = sources.map((source) => source.definitions);
  // A model that contains the shapes of a library uses its own definitions.
  const brought = new Set<ShapeId>(own.flatMap((file) => file.shapes.map(({ id }) => id)));
  const files = [
    ...[prelude, ...libraries].map(({ definitions }) => without(definitions, brought)),
    ...own,
  ];
  const types = new Map<ShapeId, DefinedType>();
  for (const { shapes } of files) for (const { id, type } of shapes) types.set(id, type);
  const typeOf = (id: ShapeId) => types.get(id);

  const shapes: ModelDraft["shapes"] = new Map();
  const suggestions = new Suggestions(() => shapes.keys());
  const draft: ModelDraft = { shapes, diagnostics: [], memberTraits: new Map(), suggestions };
  mergeShapes(files, draft, typeOf);
  mergeApplications(files, draft, typeOf);
  const metadata = mergeMetadata(files, draft);
  refuseTraitsOfVersion(own, draft);
  upgradeVersion1(draft);
  resolveElidedMembers(draft);
  flattenMixins(draft);
  checkTraits(draft, options.allowUnknownTraits === true);
  const model = buildModel(draft, metadata);
  const changed = new Set(own.flatMap((file) => file.applications.map(({ target }) => target)));
  markShipped(
    [prelude, ...libraries]
      .flatMap(({ definitions }) => definitions.shapes)
      .filter(({ id }) => !brought.has(id))
      .flatMap(({ id, members }) => [id, ...members.map(({ name }) => `${id}$${name}`)])
      .flatMap((id) => (changed.has(id) ? [] : (model.getShape(id) ?? []))),
  );
  const exists = (id: ShapeId) => model.shapes.has(id);
  const unresolved = sources.flatMap((source) => source.checkReferences(exists, suggestions));
  return { model, diagnostics: [...draft.diagnostics, ...unresolved] };
}

function without(definitions: FileDefinitions, ids: ReadonlySet<ShapeId>): FileDefinitions {
  const shapes = definitions.shapes.filter(({ id }) => !ids.has(id));
  return shapes.length === definitions.shapes.length ? definitions : { ...definitions, shapes };
}
