import type { ShapeId, Traits } from "@tinsmith/smithy";
import { combineRefinements } from "./trait-refinements.js";
import type { Refinements, TraitRefinements } from "./trait-refinements.js";

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

/** A protocol that does not ship with Tinsmith. */
export interface ProtocolExtension {
  /** The protocol's trait. */
  readonly trait: ShapeId;
  /**
   * Traits that its codecs read. Schemas contain them by id, with the value in the model. The
   * traits of the service itself are in `ServiceSchema.traits`.
   */
  readonly schemaTraits?: readonly ShapeId[];
  /** Its traits that change which values are valid. */
  readonly refinements?: TraitRefinements;
  /** Dynamic clients have the functions themselves and do not need their names. */
  readonly factories?: ProtocolFactories;
  /** The name of the protocol in documentation; by default, the name of its trait. */
  readonly title?: string;
  /** The description of the protocol in documentation, in Markdown. */
  readonly summary?: string;
}

/**
 * Returns the traits that the protocols of a service require in its schemas, sorted. They include
 * the traits of the protocols, whose members are the settings of the service.
 *
 * @param traits - the traits of the service; protocols of other services do not matter
 */
export function schemaTraitsOf(
  extensions: readonly ProtocolExtension[],
  traits: Traits,
): readonly ShapeId[] {
  const wanted = spoken(extensions, traits).flatMap(({ trait, schemaTraits = [] }) => [
    trait,
    ...schemaTraits,
  ]);
  return [...new Set(wanted)].sort();
}

/**
 * The refinements of the protocols of a service.
 *
 * @param traits - the traits of the service
 */
export function refinementsOf(
  extensions: readonly ProtocolExtension[],
  traits: Traits,
): Refinements {
  return combineRefinements(
    spoken(extensions, traits).flatMap(({ refinements }) => refinements ?? []),
  );
}

function spoken(
  extensions: readonly ProtocolExtension[],
  traits: Traits,
): readonly ProtocolExtension[] {
  return extensions.filter(({ trait }) => traits.has(trait));
}
