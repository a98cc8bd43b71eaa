import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";

/** The package whose functions the tests call. */
export const runtimePackage = "@tinsmith/protocol-test-runtime";

/** The entry of the package for generated tests. */
const runtimeModule = `${runtimePackage}/generated/v1`;

/** The symbols that generated protocol tests import, besides the packages under test. */
export const runtime = {
  describe: symbol("describe", "vitest"),
  it: symbol("it", "vitest"),
  bigDecimal: symbol("bigDecimal", runtimeModule),
  bytes: symbol("bytes", runtimeModule),
  clientReads: symbol("clientReads", runtimeModule),
  clientStreams: symbol("clientStreams", runtimeModule),
  clientSends: symbol("clientSends", runtimeModule),
  clientThrows: symbol("clientThrows", runtimeModule),
  eventStreamCase: typeOf("EventStreamCase"),
  eventsOf: symbol("eventsOf", runtimeModule),
  refusalCase: typeOf("RefusalCase"),
  requestCase: typeOf("RequestCase"),
  requestOf: symbol("requestOf", runtimeModule),
  responseCase: typeOf("ResponseCase"),
  serverReads: symbol("serverReads", runtimeModule),
  serverRefuses: symbol("serverRefuses", runtimeModule),
  serverStreams: symbol("serverStreams", runtimeModule),
  serverWrites: symbol("serverWrites", runtimeModule),
  stream: symbol("stream", runtimeModule),
  untyped: symbol("untyped", runtimeModule),
} as const;

function typeOf(name: string): CodeSymbol {
  return symbol(name, runtimeModule, { typeOnly: true });
}
