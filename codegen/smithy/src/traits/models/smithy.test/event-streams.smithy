$version: "2.0"

// Tests of event streams.
namespace smithy.test

/// Events that the operation's streams become in a protocol.
@trait(selector: "operation :test(-[input, output]-> structure > member > union[trait|streaming])")
@length(min: 1)
list eventStreamTests {
    member: EventStreamTestCase
}

@private
structure EventStreamTestCase {
    /// The case's name; no two cases of a model share one.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The protocol.
    @required
    @idRef(selector: "[trait|protocolDefinition]", failWhenMissing: true)
    protocol: String

    /// The input without the stream.
    initialRequestParams: Document

    /// The request that opens the stream.
    initialRequest: Document

    /// The shape of that request.
    @idRef(selector: "structure", failWhenMissing: true)
    initialRequestShape: String

    /// The output without the stream.
    initialResponseParams: Document

    /// The response that opens the stream.
    initialResponse: Document

    /// The shape of that response.
    @idRef(selector: "structure", failWhenMissing: true)
    initialResponseShape: String

    /// What is sent on the stream, either way.
    events: Events

    /// How it ends; well when absent.
    expectation: TestExpectation

    /// Settings that influence the messages.
    vendorParams: Document

    /// The shape of those settings.
    @idRef(selector: "structure", failWhenMissing: true)
    vendorParamsShape: String

    /// What the case shows.
    documentation: String

    /// Whom the case is for; both when absent.
    appliesTo: AppliesTo
}

@private
list Events {
    member: Event
}

@private
structure Event {
    /// Which way it goes.
    @required
    type: EventType

    /// The member of the union; an event that the model does not know when absent.
    params: Document

    /// Headers and their values.
    headers: EventHeaders

    /// Headers that are not there.
    forbidHeaders: StringList

    /// Headers that are there, whatever they say.
    requireHeaders: StringList

    /// The body; anything when absent.
    body: Blob

    /// The media type that bodies are compared as.
    bodyMediaType: String

    /// The whole event in bytes, to read.
    bytes: Blob

    /// Settings that influence the event.
    vendorParams: Document = {}

    /// The shape of those settings.
    @idRef(selector: "structure", failWhenMissing: true)
    vendorParamsShape: String
}

@private
enum EventType {
    /// From the client.
    REQUEST = "request"

    /// From the server.
    RESPONSE = "response"
}

@private
map EventHeaders {
    key: String
    value: EventHeaderValue
}

/// The member's name gives the header's type.
@private
union EventHeaderValue {
    boolean: Boolean
    byte: Byte
    short: Short
    integer: Integer
    long: Long
    blob: Blob
    string: String
    timestamp: Timestamp
}

@private
union TestExpectation {
    /// Well.
    success: Unit

    /// With an error.
    failure: TestFailureExpectation
}

@private
structure TestFailureExpectation {
    /// Which error; any when absent.
    @idRef(failWhenMissing: true, selector: "[trait|error]")
    errorId: String
}
