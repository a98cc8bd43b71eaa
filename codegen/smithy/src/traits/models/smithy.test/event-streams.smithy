$version: "2.0"

// Tests of event streams.
namespace smithy.test

/// Test cases of event streams: the events of an operation in a protocol.
@trait(selector: "operation :test(-[input, output]-> structure > member > union[trait|streaming])")
@length(min: 1)
list eventStreamTests {
    member: EventStreamTestCase
}

@private
structure EventStreamTestCase {
    /// The id of the test case, unique in the model.
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

    /// The shape that defines the members of `initialRequest`.
    @idRef(selector: "structure", failWhenMissing: true)
    initialRequestShape: String

    /// The output without the stream.
    initialResponseParams: Document

    /// The response that opens the stream.
    initialResponse: Document

    /// The shape that defines the members of `initialResponse`.
    @idRef(selector: "structure", failWhenMissing: true)
    initialResponseShape: String

    /// The events on the stream, in either direction.
    events: Events

    /// The end of the stream; by default, success.
    expectation: TestExpectation

    /// Settings that affect the messages.
    vendorParams: Document

    /// The shape that defines the members of `vendorParams`.
    @idRef(selector: "structure", failWhenMissing: true)
    vendorParamsShape: String

    /// A description of the test case.
    documentation: String

    /// The side that the test case is for; by default, both.
    appliesTo: AppliesTo

    /// Labels to group test cases by.
    tags: NonEmptyStringList
}

@private
list Events {
    member: Event
}

@private
structure Event {
    /// The direction of the event.
    @required
    type: EventType

    /// The member of the union; by default, an event that is not in the model.
    params: Document

    /// Headers and their values.
    headers: EventHeaders

    /// Names of headers that must be absent.
    forbidHeaders: StringList

    /// Names of headers that must be present, with any value.
    requireHeaders: StringList

    /// The body; by default, anything.
    body: Blob

    /// The media type by which bodies are compared.
    bodyMediaType: String

    /// The bytes of the whole event, for reading it.
    bytes: Blob

    /// Settings that affect the event.
    vendorParams: Document = {}

    /// The shape that defines the members of `vendorParams`.
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

/// The member's name determines the type of the header.
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
    /// The stream ends with success.
    success: Unit

    /// The stream ends with an error.
    failure: TestFailureExpectation
}

@private
structure TestFailureExpectation {
    /// The error; by default, any error.
    @idRef(failWhenMissing: true, selector: "[trait|error]")
    errorId: String
}
