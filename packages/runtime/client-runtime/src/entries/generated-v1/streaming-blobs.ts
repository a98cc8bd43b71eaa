/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { payloadBlobs } from "../../streaming/payload-blobs.js";
export { streamingBlobs } from "../../streaming/streaming-blobs.js";
export type { Uint8ArrayBlobAdapter } from "@smithy/core/serde";
