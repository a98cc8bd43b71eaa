import type { ClientProtocolFactory, ServerProtocolFactory } from "@tinsmith/protocols";
import type { ProtocolExtension, TraitRefinements } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";

/** A protocol that does not come with Tinsmith. */
export interface DynamicProtocol {
  readonly client: ClientProtocolFactory;
  /** Writes the responses of stubs. */
  readonly server?: ServerProtocolFactory;
  /** Traits that its codecs read in schemas, by shape id. */
  readonly schemaTraits?: readonly ShapeId[];
  /** Its traits that change which values are valid. */
  readonly refinements?: TraitRefinements;
}

/** Protocols by their traits. */
export type DynamicProtocols = Readonly<Record<ShapeId, DynamicProtocol>>;

/**
 * Returns protocols as a plan takes them.
 *
 * @throws TypeError if one of them has no client
 */
export function extensionsOf(protocols: DynamicProtocols): readonly ProtocolExtension[] {
  return Object.entries(protocols).map(
    ([trait, { client, schemaTraits = [], refinements = {} }]) => {
      if (typeof client === "function") return { trait, schemaTraits, refinements };
      throw new TypeError(`protocols[${JSON.stringify(trait)}].client must be a function.`);
    },
  );
}
