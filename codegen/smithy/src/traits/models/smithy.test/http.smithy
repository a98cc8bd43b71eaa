$version: "2.0"

// Tests of protocols over HTTP.
namespace smithy.test

/// Test cases of requests: the requests of an operation's inputs in a protocol.
@trait(selector: "operation")
@length(min: 1)
list httpRequestTests {
    member: HttpRequestTestCase
}

/// Test cases of responses: the responses of outputs or errors in a protocol.
@trait(selector: ":test(operation, structure[trait|error])")
@length(min: 1)
list httpResponseTests {
    member: HttpResponseTestCase
}

@private
structure HttpRequestTestCase with [HttpRequestMixin] {
    /// The id of the test case, unique in the model.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The protocol.
    @required
    @idRef(selector: "[trait|protocolDefinition]", failWhenMissing: true)
    protocol: String

    /// The authentication scheme, if it matters.
    @idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
    authScheme: String

    /// The operation's input.
    params: Document

    /// Settings that affect the request.
    vendorParams: Document

    /// The shape that defines the members of `vendorParams`.
    @idRef(failWhenMissing: true)
    vendorParamsShape: String

    /// A description of the test case, in CommonMark.
    documentation: String

    /// Labels to group test cases by.
    tags: NonEmptyStringList

    /// The side that the test case is for; by default, both.
    appliesTo: AppliesTo
}

@private
structure HttpResponseTestCase with [HttpResponseMixin] {
    /// The id of the test case, unique in the model.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The protocol.
    @required
    @idRef(selector: "[trait|protocolDefinition]", failWhenMissing: true)
    protocol: String

    /// The authentication scheme, if it matters.
    @idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
    authScheme: String

    /// The output or error.
    params: Document

    /// Settings that affect the response.
    vendorParams: Document

    /// The shape that defines the members of `vendorParams`.
    @idRef(failWhenMissing: true)
    vendorParamsShape: String

    /// A description of the test case, in CommonMark.
    documentation: String

    /// Labels to group test cases by.
    tags: NonEmptyStringList

    /// The side that the test case is for; by default, both.
    appliesTo: AppliesTo
}

/// A request that opens an event stream.
structure InitialHttpRequest with [HttpRequestMixin] {}

/// A response that opens an event stream.
structure InitialHttpResponse with [HttpResponseMixin] {}

@private
@mixin
structure HttpMessageMixin {
    /// Headers and their values.
    headers: StringMap

    /// Names of headers that must be absent.
    forbidHeaders: StringList

    /// Names of headers that must be present, with any value.
    requireHeaders: StringList

    /// The body; by default, anything.
    body: String

    /// The media type by which bodies are compared.
    bodyMediaType: String
}

@private
@mixin
structure HttpRequestMixin with [HttpMessageMixin] {
    /// The method.
    @required
    @length(min: 1)
    method: String

    /// The path without the query string.
    @required
    @length(min: 1)
    uri: String

    /// The host that the client is configured with.
    host: String

    /// The host that the client calls.
    resolvedHost: String

    /// The parameters of the query string as sent, `name=value`.
    queryParams: StringList

    /// Names of parameters that must be absent.
    forbidQueryParams: StringList

    /// Names of parameters that must be present, with any value.
    requireQueryParams: StringList
}

@private
@mixin
structure HttpResponseMixin with [HttpMessageMixin] {
    /// The status.
    @required
    @range(min: 100, max: 599)
    code: Integer
}

@private
map StringMap {
    key: String
    value: String
}

@private
list StringList {
    member: String
}

@private
list NonEmptyStringList {
    member: NonEmptyString
}

@private
@length(min: 1)
string NonEmptyString

@private
enum AppliesTo {
    /// Only for clients.
    CLIENT = "client"

    /// Only for servers.
    SERVER = "server"
}
