$version: "2.0"

// HTTP binding traits.
namespace smithy.api

/// The HTTP method, path and status of the operation.
@trait(
    selector: "operation"
    breakingChanges: [
        {
            change: "remove"
        }
        {
            path: "/method"
            change: "update"
        }
        {
            path: "/uri"
            change: "update"
        }
        {
            path: "/code"
            change: "update"
        }
        {
            path: "/code"
            change: "presence"
            severity: "DANGER"
            message: "Adding or removing is backward compatible only if the value is the default value of 200"
        }
    ]
)
structure http {
    /// The method.
    @required
    method: NonEmptyString

    /// The path, with labels that are bound to input members.
    @required
    uri: NonEmptyString

    /// The status of a successful response.
    @range(min: 100, max: 999)
    code: Integer = 200
}

/// The member is bound to the label of its name in the path.
@trait(
    selector: "structure > member[trait|required] :test(> :test(string, number, boolean, timestamp))"
    conflicts: [httpHeader, httpQuery, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure httpLabel {}

/// The member is bound to the query parameter of this name.
@trait(
    selector: """
        structure > member
        :test(> :test(string, number, boolean, timestamp),
        > list > member > :test(string, number, boolean, timestamp))"""
    conflicts: [httpLabel, httpHeader, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@length(min: 1)
string httpQuery

/// The member is bound to a map of query parameters.
@trait(
    selector: """
        structure > member
        :test(> map > member[id|member=value] > :test(string, list > member > string))"""
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPayload, httpResponseCode, httpPrefixHeaders]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure httpQueryParams {}

/// The member is bound to the header of this name.
@trait(
    selector: """
        structure > :test(member > :test(boolean, number, string, timestamp,
        list > member > :test(boolean, number, string, timestamp)))"""
    conflicts: [httpLabel, httpQuery, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@length(min: 1)
string httpHeader

/// The member is bound to a map of headers whose names begin with this prefix.
@trait(
    selector: """
        structure > member
        :test(> map :not([trait|sparse]) > member[id|member=value] > string)"""
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
string httpPrefixHeaders

/// The member is bound to the whole body.
@trait(
    selector: "structure > member"
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPrefixHeaders, httpResponseCode, httpQueryParams]
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure httpPayload {}

/// The status of the error.
@trait(
    selector: "structure[trait|error]"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
integer httpError

/// The member is bound to the status of the response.
@trait(
    selector: "structure :not([trait|input]) > member :test(> integer)"
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPrefixHeaders, httpPayload, httpQueryParams]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure httpResponseCode {}

/// The cross-origin access of browsers to the service.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure cors {
    /// The allowed origin.
    origin: NonEmptyString = "*"

    /// The allowed origins, by the name of a stage of the service. Mutually exclusive with
    /// `origin`.
    origins: NonEmptyStringMap

    /// The number of seconds for which a browser may cache the result; -1 for none.
    maxAge: Integer = 600

    /// Request headers to allow in addition to those of the model, the protocol and authentication.
    additionalAllowedHeaders: NonEmptyStringList

    /// Response headers to expose in addition to those of the model, the protocol and
    /// authentication.
    additionalExposedHeaders: NonEmptyStringList
}
