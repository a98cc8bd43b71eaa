import type { ClientProtocolFactory, ServerProtocolFactory } from "@tinsmith/protocols";
import type { ProtocolExtension, TraitRefinements } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";

/** A third-party protocol. */
export interface DynamicProtocol {
  readonly client: ClientProtocolFactory;
  /** Writes the responses of stubs. Required for stubs only. */
  readonly server?: ServerProtocolFactory;
  /** Shape ids of the traits that its codecs read from schemas. */
  readonly schemaTraits?: readonly ShapeId[];
  /** The traits of the protocol that affect which values are valid. */
  readonly refinements?: TraitRefinements;
}

/** Third-party protocols by the shape ids of their traits. */
export type DynamicProtocols = Readonly<Record<ShapeId, DynamicProtocol>>;

/**
 * Returns the protocols in the form that plans use.
 *
 * @throws TypeError if the client of a protocol is not a function
 */
export function extensionsOf(protocols: DynamicProtocols): readonly ProtocolExtension[] {
  return Object.entries(protocols).map(([trait, protocol]) => {
    if (typeof protocol?.client === "function") {
      const { schemaTraits = [], refinements = {} } = protocol;
      return { trait, schemaTraits, refinements };
    }
    throw new TypeError(`protocols[${JSON.stringify(trait)}].client must be a function.`);
  });
}
