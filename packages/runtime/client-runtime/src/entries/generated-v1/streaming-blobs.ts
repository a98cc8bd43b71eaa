/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { streamingBlobs } from "../../streaming/streaming-blobs.js";
