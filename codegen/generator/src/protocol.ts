import type { FactoryReference, TraitRefinements } from "@tinsmith/service";

export type { TraitRefinements } from "@tinsmith/service";

/**
 * A third-party protocol. Its runtime is an ordinary package: generated clients and servers import
 * the two functions.
 */
export interface ProtocolDefinition {
  /** The shape id of the protocol's trait: `acme.protocols#acmeJson`. */
  readonly trait: string;
  /** The `ClientProtocolFactory` of the protocol. */
  readonly client: FactoryReference;
  /** The `ServerProtocolFactory` of the protocol. */
  readonly server: FactoryReference;
  /**
   * Further traits that its codecs read. Schemas contain each one by its id, with the value from
   * the model.
   */
  readonly schemaTraits?: readonly string[];
  /**
   * The traits of the protocol that change which values are valid: patterns of strings, open enums,
   * members that may be null. Types, validators and servers apply them.
   */
  readonly refinements?: TraitRefinements;
  /**
   * Files and folders that define its traits, relative to the module of the plugin. Models that are
   * built with the plugin can use the traits without an import. Definitions of the same traits in
   * the sources take precedence.
   */
  readonly models?: readonly (string | URL)[];
  /** The name of the protocol in documentation. Default: the name of its trait. */
  readonly title?: string;
  /** A description for the documentation, in Markdown. */
  readonly summary?: string;
}

/**
 * Defines a protocol. A configuration names its module in `plugins`, which makes it available to every
 * target:
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
