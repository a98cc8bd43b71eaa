import clientRuntime from "@tinsmith/client-runtime/package.json" with { type: "json" };
import protocolTestRuntime from "@tinsmith/protocol-test-runtime/package.json" with { type: "json" };
import protocols from "@tinsmith/protocols/package.json" with { type: "json" };
import serverRuntime from "@tinsmith/server-runtime/package.json" with { type: "json" };
import validation from "@tinsmith/validation/package.json" with { type: "json" };

/**
 * The ranges which generated packages ask for of the runtimes: the releases beside which this
 * command line was released. The build takes them from the `package.json` of each runtime, which is
 * all that the command line reads of them.
 */
export const runtimeRanges: Readonly<Record<string, string>> = Object.fromEntries(
  [clientRuntime, protocolTestRuntime, protocols, serverRuntime, validation].map(
    ({ name, version }) => [name, `^${version}`],
  ),
);
