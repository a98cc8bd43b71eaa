import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";

/** The package whose functions the tests call. */
export const runtimePackage = "@tinsmith/protocol-test-runtime";

/** What generated protocol tests import, besides the packages under test. */
export const runtime = {
  describe: symbol("describe", "vitest"),
  it: symbol("it", "vitest"),
  bigDecimal: symbol("bigDecimal", runtimePackage),
  bytes: symbol("bytes", runtimePackage),
  clientReads: symbol("clientReads", runtimePackage),
  clientStreams: symbol("clientStreams", runtimePackage),
  clientSends: symbol("clientSends", runtimePackage),
  clientThrows: symbol("clientThrows", runtimePackage),
  eventStreamCase: typeOf("EventStreamCase"),
  eventsOf: symbol("eventsOf", runtimePackage),
  refusalCase: typeOf("RefusalCase"),
  requestCase: typeOf("RequestCase"),
  requestOf: symbol("requestOf", runtimePackage),
  responseCase: typeOf("ResponseCase"),
  serverReads: symbol("serverReads", runtimePackage),
  serverRefuses: symbol("serverRefuses", runtimePackage),
  serverStreams: symbol("serverStreams", runtimePackage),
  serverWrites: symbol("serverWrites", runtimePackage),
  stream: symbol("stream", runtimePackage),
  untyped: symbol("untyped", runtimePackage),
} as const;

function typeOf(name: string): CodeSymbol {
  return symbol(name, runtimePackage, { typeOnly: true });
}
