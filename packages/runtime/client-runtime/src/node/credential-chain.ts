/**
 * The credential chain of the AWS SDKs. It is larger than the rest of the runtime, so it is a
 * separate file that is loaded on first use, if the code does not pass credentials.
 */
export { defaultProvider } from "@aws-sdk/credential-provider-node";
