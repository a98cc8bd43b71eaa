/**
 * A separate file in the build, because it is larger than the rest of signing and rarely needed.
 */
export { SignatureV4a } from "@smithy/signature-v4a";
