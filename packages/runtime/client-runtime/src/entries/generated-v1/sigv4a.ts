/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { sigv4a } from "../../auth/sigv4a.js";
export type { SigV4aConfig, SigV4aResolvedConfig } from "../../auth/sigv4a.js";
