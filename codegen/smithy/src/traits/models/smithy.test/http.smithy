$version: "2.0"

// Tests of protocols over HTTP.
namespace smithy.test

/// Requests that the operation's inputs become in a protocol.
@trait(selector: "operation")
@length(min: 1)
list httpRequestTests {
    member: HttpRequestTestCase
}

/// Responses that the outputs or errors become in a protocol.
@trait(selector: ":is(operation, structure[trait|error])")
@length(min: 1)
list httpResponseTests {
    member: HttpResponseTestCase
}

@private
structure HttpRequestTestCase with [HttpRequestMixin] {
    /// The case's name; no two cases of a model share one.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The protocol.
    @required
    @idRef(selector: "[trait|protocolDefinition]", failWhenMissing: true)
    protocol: String

    /// The authentication scheme, where it matters.
    @idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
    authScheme: String

    /// The operation's input.
    params: Document

    /// Settings that influence the request.
    vendorParams: Document

    /// The shape of those settings.
    @idRef(failWhenMissing: true)
    vendorParamsShape: String

    /// What the case shows, in CommonMark.
    documentation: String

    /// Labels to group cases by.
    tags: NonEmptyStringList

    /// Whom the case is for; both when absent.
    appliesTo: AppliesTo
}

@private
structure HttpResponseTestCase with [HttpResponseMixin] {
    /// The case's name; no two cases of a model share one.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The protocol.
    @required
    @idRef(selector: "[trait|protocolDefinition]", failWhenMissing: true)
    protocol: String

    /// The authentication scheme, where it matters.
    @idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
    authScheme: String

    /// The output or error.
    params: Document

    /// Settings that influence the response.
    vendorParams: Document

    /// The shape of those settings.
    @idRef(failWhenMissing: true)
    vendorParamsShape: String

    /// What the case shows, in CommonMark.
    documentation: String

    /// Labels to group cases by.
    tags: NonEmptyStringList

    /// Whom the case is for; both when absent.
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

    /// Headers that are not there.
    forbidHeaders: StringList

    /// Headers that are there, whatever they say.
    requireHeaders: StringList

    /// The body; anything when absent.
    body: String

    /// The media type that bodies are compared as.
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

    /// The host that the client is given.
    host: String

    /// The host that the client calls.
    resolvedHost: String

    /// Parameters of the query string as sent, `name=value`.
    queryParams: StringList

    /// Names of parameters that are not there.
    forbidQueryParams: StringList

    /// Names of parameters that are there, whatever they say.
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
    /// Clients alone.
    CLIENT = "client"

    /// Servers alone.
    SERVER = "server"
}
