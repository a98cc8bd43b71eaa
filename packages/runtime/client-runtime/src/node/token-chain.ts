/** A file of its own in the build, loaded when a client without a token of its own sends its first request. */
export { nodeProvider } from "@aws-sdk/token-providers";
