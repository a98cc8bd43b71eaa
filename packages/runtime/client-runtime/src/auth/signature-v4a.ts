/** A file of its own in the build: it weighs more than the rest of signing, and few calls need it. */
export { SignatureV4a } from "@smithy/signature-v4a";
