import type { ShapeProperties } from "../load/definitions.js";
import type { ShapeId } from "../model/model.js";

/** Replaces the ids that services, resources and operations refer to; `undefined` removes one. */
export function mapProperties(
  properties: ShapeProperties,
  map: (id: ShapeId) => ShapeId | undefined,
): ShapeProperties {
  const { version, identifiers, lifecycle, rename } = properties;
  const list = (ids: readonly ShapeId[] | undefined) => ids?.flatMap((id) => map(id) ?? []);
  const values = <Key>(entries: ReadonlyMap<Key, ShapeId> | undefined) =>
    entries &&
    new Map(
      [...entries].flatMap(([key, id]) => {
        const mapped = map(id);
        return mapped === undefined ? [] : [[key, mapped] as const];
      }),
    );
  const keys = (entries: ReadonlyMap<ShapeId, string> | undefined) =>
    entries &&
    new Map(
      [...entries].flatMap(([id, name]) => {
        const mapped = map(id);
        return mapped === undefined ? [] : [[mapped, name] as const];
      }),
    );
  const single = (id: ShapeId | undefined) => (id === undefined ? undefined : map(id));
  return present({
    version,
    operations: list(properties.operations),
    collectionOperations: list(properties.collectionOperations),
    resources: list(properties.resources),
    errors: list(properties.errors),
    rename: keys(rename),
    identifiers: values(identifiers),
    properties: values(properties.properties),
    lifecycle: values(lifecycle),
    input: single(properties.input),
    output: single(properties.output),
  });
}

type Loose = { readonly [Key in keyof ShapeProperties]: ShapeProperties[Key] | undefined };

function present(all: Loose): ShapeProperties {
  return {
    ...(all.version !== undefined && { version: all.version }),
    ...(all.operations && { operations: all.operations }),
    ...(all.collectionOperations && { collectionOperations: all.collectionOperations }),
    ...(all.resources && { resources: all.resources }),
    ...(all.errors && { errors: all.errors }),
    ...(all.rename && { rename: all.rename }),
    ...(all.identifiers && { identifiers: all.identifiers }),
    ...(all.properties && { properties: all.properties }),
    ...(all.lifecycle && { lifecycle: all.lifecycle }),
    ...(all.input !== undefined && { input: all.input }),
    ...(all.output !== undefined && { output: all.output }),
  };
}
