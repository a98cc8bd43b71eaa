/**
 * A separate file in the build, loaded with the first request of a client without an explicit
 * token.
 */
export { nodeProvider } from "@aws-sdk/token-providers";
