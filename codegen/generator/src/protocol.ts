import type { FactoryReference, TraitRefinements } from "@tinsmith/service";

export type { TraitRefinements } from "@tinsmith/service";

/**
 * A protocol that does not come with Tinsmith. Its runtime is a package like any other: generated
 * clients and servers import the two functions.
 */
export interface ProtocolDefinition {
  /** The shape id of the protocol's trait: `acme.protocols#acmeJson`. */
  readonly trait: string;
  /** The `ClientProtocolFactory` of the protocol. */
  readonly client: FactoryReference;
  /** The `ServerProtocolFactory` of the protocol. */
  readonly server: FactoryReference;
  /**
   * Traits that its codecs read, besides those that every schema has. Schemas have each by its id,
   * with the value from the model.
   */
  readonly schemaTraits?: readonly string[];
  /**
   * Its traits that change which values are valid: patterns of strings, open enums, members that
   * may be null. Types, validators and servers follow them.
   */
  readonly refinements?: TraitRefinements;
  /**
   * Files and folders that define its traits, relative to the module of the plugin. Models that are
   * built with the plugin may use them without an import, and may also contain definitions of
   * the same traits, which then count.
   */
  readonly models?: readonly (string | URL)[];
  /** The name of the protocol in documentation; the name of its trait by default. */
  readonly title?: string;
  /** A description for documentation, in Markdown. */
  readonly summary?: string;
}

/**
 * Defines a protocol. A configuration names its module in `plugins`, and every target knows it:
 *
 * ```json
 * { "plugins": { "@acme/protocol/tinsmith": {}, "types": {}, "client": {} } }
 * ```
 *
 * @example
 * export default defineProtocol({
 *   trait: "acme.protocols#acmeJson",
 *   client: { module: "@acme/protocol", name: "acmeJson" },
 *   server: { module: "@acme/protocol/server", name: "acmeJson" },
 *   models: ["../model"],
 * });
 */
export function defineProtocol<const Definition extends ProtocolDefinition>(
  definition: Definition,
): Definition {
  return definition;
}
