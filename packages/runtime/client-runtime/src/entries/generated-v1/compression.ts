/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { requestCompression } from "../../compression/request-compression.js";
export type {
  RequestCompressionConfig,
  RequestCompressionResolvedConfig,
} from "../../compression/request-compression.js";
