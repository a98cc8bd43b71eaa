/**
 * The credential chain of the AWS SDKs. It weighs more than all the rest of the runtime, so it is a file of its own,
 * which is loaded when credentials are first asked for and the code brings none.
 */
export { defaultProvider } from "@aws-sdk/credential-provider-node";
