$version: "2.0"

// Tests of requests that a server refuses.
namespace smithy.test

/// Requests that are no input of the operation, and how a server says so.
@trait(selector: "operation")
@length(min: 1)
@unstable
list httpMalformedRequestTests {
    member: HttpMalformedRequestTestCase
}

@private
structure HttpMalformedRequestTestCase {
    /// The case's name; no two cases of a model share one.
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

    /// What the case shows, in CommonMark.
    documentation: String

    /// Labels to group cases by.
    tags: NonEmptyStringList

    /// Values by name that take the place of `$name` in turn, all lists of one length.
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

    /// Parameters of the query string as sent, `name=value`.
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

    /// The body; anything when absent.
    body: HttpMalformedResponseBodyDefinition
}

@private
structure HttpMalformedResponseBodyDefinition {
    /// What is said of the body.
    @required
    assertion: HttpMalformedResponseBodyAssertion

    /// The media type that bodies are compared as.
    @required
    mediaType: String
}

@private
union HttpMalformedResponseBodyAssertion {
    /// The body is this.
    contents: String

    /// The body's message matches this regular expression.
    messageRegex: String
}

@private
map HttpMalformedRequestTestParametersDefinition {
    key: String
    value: StringList
}
