$version: "2.0"

namespace aws.auth

/// Requests are signed with AWS Signature Version 4.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "remove"
            message: "Removing the existing authentication scheme is not backward compatible and can break existing clients' authentication."
        }
    ]
)
@authDefinition(
    traits: [unsignedPayload]
)
@externalDocumentation(Reference: "https://docs.aws.amazon.com/general/latest/gr/signature-version-4.html")
structure sigv4 {
    /// The name of the service in the scope of the signature.
    @required
    @length(min: 1)
    @externalDocumentation(Reference: "https://docs.aws.amazon.com/general/latest/gr/sigv4-create-string-to-sign.html")
    name: String
}

/// Requests are signed with asymmetric AWS Signature Version 4, which is valid in several regions.
@trait(
    selector: "service[trait|aws.auth#sigv4]"
    breakingChanges: [
        {
            change: "remove"
            message: "Removing the existing authentication scheme is not backward compatible and can break existing clients' authentication."
        }
    ]
)
@authDefinition(
    traits: [unsignedPayload]
)
@externalDocumentation(
    Reference: "https://docs.aws.amazon.com/general/latest/gr/signature-version-4.html"
    Examples: "https://github.com/aws-samples/sigv4a-signing-examples"
)
structure sigv4a {
    /// The name of the service in the scope of the signature.
    @required
    @length(min: 1)
    @externalDocumentation(Reference: "https://docs.aws.amazon.com/general/latest/gr/sigv4-create-string-to-sign.html")
    name: String
}

/// The body is not part of the signature.
@trait(selector: "operation")
structure unsignedPayload {}

/// Requests carry a token of an Amazon Cognito user pool.
@trait(selector: "service")
@authDefinition
@internal
@tags(["internal"])
structure cognitoUserPools {
    /// The ARNs of the user pools.
    @required
    providerArns: StringList
}

/// The OAuth 2.0 scopes that permit the call; an access token needs at least one of them.
@trait(selector: "service[trait|aws.auth#cognitoUserPools] ~> operation")
@internal
@tags(["internal"])
@length(min: 1)
list cognitoUserPoolsScopes {
    member: String
}

@private
list StringList {
    member: String
}
