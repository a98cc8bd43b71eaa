$version: "2.0"

// Behavior, streaming and endpoint traits.
namespace smithy.api

/// The error may disappear if the request is sent again.
@trait(
    selector: "structure[trait|error]"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure retryable {
    /// The error is a throttling error, after which the client should slow down.
    throttling: Boolean
}

/// The operation has no side effects.
@trait(
    selector: "operation"
    conflicts: [idempotent]
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure readonly {}

/// Sending a request several times has the same effect as sending it once.
@trait(
    selector: "operation"
    conflicts: [readonly]
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure idempotent {
    /// Errors that report that the effect already exists, as a retried request may find. Mutually
    /// exclusive with `notFound`.
    exists: IdempotentErrors

    /// Errors that report that the target does not exist any more. Mutually exclusive with
    /// `exists`.
    notFound: IdempotentErrors
}

@private
list IdempotentErrors {
    @idRef(selector: "[trait|error]")
    member: String
}

/// The input member by which the server recognizes retried requests.
@trait(
    selector: "structure > :test(member > string)"
    structurallyExclusive: "member"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
@notProperty
structure idempotencyToken {}

/// The operation keeps the connection open until a response is available.
@trait(selector: "operation")
@unstable
structure longPoll {
    /// The maximum time that the server waits, in milliseconds.
    @required
    @range(min: 1)
    timeoutMillis: Integer
}

/// The operation returns its results in pages. On a service: defaults for its operations.
@trait(
    selector: ":is(service, operation)"
    breakingChanges: [
        {
            change: "remove"
        }
        {
            path: "/inputToken"
            change: "update"
        }
        {
            path: "/outputToken"
            change: "update"
        }
        {
            path: "/items"
            change: "remove"
        }
        {
            path: "/items"
            change: "add"
            severity: "NOTE"
        }
        {
            path: "/items"
            change: "update"
            severity: "NOTE"
        }
        {
            path: "/pageSize"
            change: "update"
        }
        {
            path: "/pageSize"
            change: "remove"
        }
    ]
)
structure paginated {
    /// The input member that takes the continuation token.
    inputToken: NonEmptyString

    /// The path to the output member that holds the next token.
    outputToken: NonEmptyString

    /// The path to the output list or map that is paged.
    items: NonEmptyString

    /// The input member that limits the size of a page.
    pageSize: NonEmptyString
}

/// The client may compress the request body.
@trait(
    selector: "operation"
    breakingChanges: [
        {
            change: "remove"
            severity: "DANGER"
            message: """
                Trait was removed so newly generated clients will no longer compress requests, \
                but the service MUST continue to support removed compression algorithms in `encodings`."""
        }
        {
            change: "remove"
            path: "/encodings"
            message: "`encodings` was removed, but is required for the requestCompression trait."
        }
        {
            change: "add"
            severity: "NOTE"
            path: "/encodings/member"
            message: """
                Members of `encodings` were added. Once a compression algorithm is added, \
                the service MUST support the compression algorithm."""
        }
        {
            change: "remove"
            severity: "DANGER"
            path: "/encodings/member"
            message: """
                Members of `encodings` were removed so newly generated clients will no longer compress requests \
                for removed compression algorithms. The service MUST continue to support old clients by supporting \
                removed compression algorithms."""
        }
        {
            change: "update"
            severity: "DANGER"
            path: "/encodings/member"
            message: """
                Members of `encodings` were updated so newly generated clients will no longer compress requests \
                for compression algorithms prior to the updates. The service MUST continue to support old clients by \
                supporting compression algorithms prior to the updates."""
        }
    ]
)
structure requestCompression {
    /// The algorithms in order of preference. Names are compared case-insensitively, which an enum
    /// cannot express.
    @required
    encodings: RequestCompressionEncodingsList
}

@private
list RequestCompressionEncodingsList {
    member: String
}

/// The request requires a checksum of its body: Content-MD5, unless the protocol defines another.
@unstable
@trait(selector: "operation")
structure httpChecksumRequired {}

/// The data is streamed, because it is too large for memory or unbounded; a streaming union is an
/// event stream.
@trait(
    selector: ":is(blob, union)"
    structurallyExclusive: "target"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure streaming {}

/// The length of the stream must be known before it is sent.
@trait(
    selector: "blob[trait|streaming]"
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure requiresLength {}

/// The member is the payload of its event.
@trait(
    selector: "structure > :test(member > :test(blob, string, structure, union))"
    conflicts: [eventHeader]
    structurallyExclusive: "member"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure eventPayload {}

/// The member is a header of its event.
@trait(
    selector: """
        structure >
        :test(member > :test(boolean, byte, short, integer, long, blob, string, timestamp))"""
    conflicts: [eventPayload]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure eventHeader {}

/// The operation has a host prefix.
@trait(
    selector: "operation"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure endpoint {
    /// The prefix of the service's host, in which `{label}` stands for the value of an input
    /// member.
    @required
    hostPrefix: NonEmptyString
}

/// The member is bound to the label of its name in the operation's host prefix.
@trait(
    selector: "structure > :test(member[trait|required] > string)"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure hostLabel {}
