import clientRuntime from "../../../../packages/runtime/client-runtime/package.json" with { type: "json" };
import protocolTestRuntime from "../../../../packages/runtime/protocol-test-runtime/package.json" with { type: "json" };
import protocols from "../../../../packages/runtime/protocols/package.json" with { type: "json" };
import serverRuntime from "../../../../packages/runtime/server-runtime/package.json" with { type: "json" };
import validation from "../../../../packages/runtime/validation/package.json" with { type: "json" };

/**
 * The ranges which generated packages ask for where neither their target nor their workspace says.
 * Runtimes are asked for in the version that this generator was released beside: the build takes
 * it from their `package.json`, which is all that the generator ever reads of them.
 */
export const defaultRanges: Readonly<Record<string, string>> = {
  "@smithy/core": "^3.41.0",
  "@smithy/smithy-client": "^4.15.0",
  "@smithy/types": "^4.20.0",
  "@tinsmith/client-runtime": `^${clientRuntime.version}`,
  "@tinsmith/protocol-test-runtime": `^${protocolTestRuntime.version}`,
  "@tinsmith/protocols": `^${protocols.version}`,
  "@tinsmith/server-runtime": `^${serverRuntime.version}`,
  "@tinsmith/validation": `^${validation.version}`,
  "@types/node": "^20.19.0",
  tsup: "~8.5.1",
  typescript: "~5.9.3",
  vitest: "^4.1.12",
};
