import type { ShapeId, Traits } from "@tinsmith/smithy";

/** A function that a package exports. */
export interface FactoryReference {
  /** The specifier that generated code imports: `@acme/protocol/server`. */
  readonly module: string;
  readonly name: string;
}

/** The halves of a protocol that generated code imports. */
export interface ProtocolFactories {
  readonly client: FactoryReference;
  readonly server: FactoryReference;
}

/** A protocol that does not come with Tinsmith. */
export interface ProtocolExtension {
  /** The protocol's trait. */
  readonly trait: ShapeId;
  /**
   * Traits that its codecs read. Schemas have them by their id, with the value that the model has; those of the service
   * itself are in `ServiceSchema.traits`.
   */
  readonly schemaTraits?: readonly ShapeId[];
  /** Clients that are made at run time have the functions themselves and need no names of them. */
  readonly factories?: ProtocolFactories;
  /** The name of the protocol in documentation; the name of its trait without one. */
  readonly title?: string;
  /** What documentation says of the protocol, in Markdown. */
  readonly summary?: string;
}

/**
 * The traits which the protocols of a service want in its schemas, sorted. The traits of protocols are among them,
 * because their members are the settings of the service.
 *
 * @param traits - those of the service: what other services speak is no concern of this one
 */
export function schemaTraitsOf(
  extensions: readonly ProtocolExtension[],
  traits: Traits,
): readonly ShapeId[] {
  const spoken = extensions.filter(({ trait }) => traits.has(trait));
  const wanted = spoken.flatMap(({ trait, schemaTraits = [] }) => [trait, ...schemaTraits]);
  return [...new Set(wanted)].sort();
}
