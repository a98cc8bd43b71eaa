$version: "2.0"

// Tests of requests that a server refuses.
namespace smithy.test

/// Test cases of malformed requests, and the expected responses.
@trait(selector: "operation")
@length(min: 1)
@unstable
list httpMalformedRequestTests {
    member: HttpMalformedRequestTestCase
}

@private
structure HttpMalformedRequestTestCase {
    /// The id of the test case, unique in the model.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The protocol.
    @required
    @idRef(selector: "[trait|protocolDefinition]", failWhenMissing: true)
    protocol: String

    /// The request.
    @required
    request: HttpMalformedRequestDefinition

    /// The response.
    @required
    response: HttpMalformedResponseDefinition

    /// A description of the test case, in CommonMark.
    documentation: String

    /// Labels to group test cases by.
    tags: NonEmptyStringList

    /// Values by name that replace `$name` in turn; all lists have the same length.
    testParameters: HttpMalformedRequestTestParametersDefinition
}

@private
structure HttpMalformedRequestDefinition {
    /// The method.
    @required
    @length(min: 1)
    method: String

    /// The path without the query string.
    @required
    @length(min: 1)
    uri: String

    /// The host.
    host: String

    /// The parameters of the query string as sent, `name=value`.
    queryParams: StringList

    /// Headers and their values.
    headers: StringMap

    /// The body.
    body: String

    /// The media type of the body.
    bodyMediaType: String
}

@private
structure HttpMalformedResponseDefinition {
    /// Headers and their values.
    headers: StringMap

    /// The status.
    @required
    @range(min: 100, max: 599)
    code: Integer

    /// The body; by default, anything.
    body: HttpMalformedResponseBodyDefinition
}

@private
structure HttpMalformedResponseBodyDefinition {
    /// The expected content of the body.
    @required
    assertion: HttpMalformedResponseBodyAssertion

    /// The media type by which bodies are compared.
    @required
    mediaType: String
}

@private
union HttpMalformedResponseBodyAssertion {
    /// The exact body.
    contents: String

    /// A regular expression for the message in the body.
    messageRegex: String
}

@private
map HttpMalformedRequestTestParametersDefinition {
    key: String
    value: StringList
}
