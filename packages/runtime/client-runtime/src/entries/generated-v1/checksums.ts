/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export type { ChecksumConfig, ChecksumResolvedConfig } from "../../checksums/checksum-config.js";
export { contentMd5 } from "../../checksums/content-md5.js";
export { httpChecksums } from "../../checksums/http-checksums.js";
