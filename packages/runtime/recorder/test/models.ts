/** The body of a model with an example, a failing example and an operation without examples. */
const operations = `
  operation Greet {
    input := { @required name: String, @timestampFormat("date-time") at: Timestamp }
    output := { @required text: String, picture: Blob }
    errors: [Rude]
  }
  operation Silent { input := { @required @length(min: 3) key: String, note: String } }
  @error("client") @httpError(422)
  structure Rude { @required message: String, word: String }
  apply Greet @examples([
    { title: "A name", input: { name: "Ann" }, output: { text: "Hello Ann", picture: "aGk=" } }
    { title: "A word", input: { name: "Oaf" },
      error: { shapeId: Rude, content: { message: "Be kind", word: "Oaf" } } }
  ])
`;

/** Returns the model of a service with the given protocol, in Smithy IDL. */
export function greetings(protocol: string): string {
  const isRest = protocol.startsWith("aws.protocols#rest");
  const hasXml = protocol === "aws.protocols#restXml" || protocol.endsWith("Query");
  return `$version: "2.0"
namespace example.greetings
use aws.api#service
use aws.auth#sigv4
use ${protocol}
@service(sdkId: "Greetings")
@sigv4(name: "greetings")
@${protocol.slice(protocol.indexOf("#") + 1)}
${hasXml ? '@xmlNamespace(uri: "https://greetings.example/")' : ""}
service Greetings { version: "2026-01-01", operations: [Greet, Silent] }
${operations}
${isRest ? 'apply Greet @http(method: "POST", uri: "/greet")\napply Silent @http(method: "PUT", uri: "/silent")' : ""}
`;
}

/** A service with bearer tokens, and with events in an output. */
export const news = `$version: "2.0"
namespace example.news
use smithy.protocols#rpcv2Cbor
@httpBearerAuth
@rpcv2Cbor
service News { version: "1", operations: [Follow] }
operation Follow {
  input := { @required topic: String }
  output := { events: Events }
}
@streaming
union Events { headline: Headline, closing: Closing }
structure Headline { @required text: String }
structure Closing { count: Integer }
`;
