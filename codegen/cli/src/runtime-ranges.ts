import clientRuntime from "@tinsmith/client-runtime/package.json" with { type: "json" };
import console from "@tinsmith/console/package.json" with { type: "json" };
import protocolTestRuntime from "@tinsmith/protocol-test-runtime/package.json" with { type: "json" };
import protocols from "@tinsmith/protocols/package.json" with { type: "json" };
import serverRuntime from "@tinsmith/server-runtime/package.json" with { type: "json" };
import validation from "@tinsmith/validation/package.json" with { type: "json" };

/**
 * The version ranges of the runtimes in generated packages: the releases that accompany this
 * command line. They are inlined at build time from the `package.json` of each runtime.
 */
export const runtimeRanges: Readonly<Record<string, string>> = Object.fromEntries(
  [clientRuntime, console, protocolTestRuntime, protocols, serverRuntime, validation].map(
    ({ name, version }) => [name, `^${version}`],
  ),
);
