$version: "2.0"

// Protocol and authentication traits.
namespace smithy.api

/// Makes a trait the mark of a protocol.
@trait(
    selector: "structure[trait|trait]"
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure protocolDefinition {
    /// Traits that an implementation of the protocol has to know.
    traits: TraitShapeIdList

    /// The protocol cannot carry documents.
    noInlineDocumentSupport: Boolean
}

@private
list TraitShapeIdList {
    member: TraitShapeId
}

@private
@idRef(failWhenMissing: true, selector: "[trait|trait]")
string TraitShapeId

/// Makes a trait the mark of an authentication scheme.
@trait(
    selector: "structure[trait|trait]"
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure authDefinition {
    /// Traits that an implementation of the scheme has to know.
    traits: TraitShapeIdList
}

/// The authentication schemes of a service or operation, in order of preference.
@trait(selector: ":is(service, operation)")
@uniqueItems
list auth {
    member: AuthTraitReference
}

@private
@idRef(selector: "[trait|authDefinition]")
string AuthTraitReference

/// The operation can be called by anyone.
@trait(
    selector: "operation"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure optionalAuth {}

/// A user name and password in each request.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
@authDefinition
@externalDocumentation("RFC 2617": "https://tools.ietf.org/html/rfc2617.html")
structure httpBasicAuth {}

/// A digest of the user name and password in each request.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
@authDefinition
@externalDocumentation("RFC 2617": "https://tools.ietf.org/html/rfc2617.html")
structure httpDigestAuth {}

/// A bearer token in each request.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
@authDefinition
@externalDocumentation("RFC 6750": "https://tools.ietf.org/html/rfc6750.html")
structure httpBearerAuth {}

/// An API key in a header or in the query string.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
@authDefinition
structure httpApiKeyAuth {
    /// The header's or parameter's name.
    @required
    name: NonEmptyString

    /// Where the key goes.
    @required
    in: HttpApiKeyLocations

    /// The scheme before the key in an Authorization header; for headers alone.
    scheme: NonEmptyString
}

@private
enum HttpApiKeyLocations {
    HEADER = "header"
    QUERY = "query"
}
