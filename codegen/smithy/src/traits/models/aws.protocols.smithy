$version: "2.0"

namespace aws.protocols

/// JSON over HTTP, with one URL for all operations. Version 1.0 of the content type.
@protocolDefinition(
    traits: [timestampFormat, cors, endpoint, hostLabel]
)
@trait(selector: "service")
structure awsJson1_0 with [HttpConfiguration] {}

/// JSON over HTTP, with one URL for all operations. Version 1.1 of the content type.
@protocolDefinition(
    traits: [timestampFormat, cors, endpoint, hostLabel]
)
@trait(selector: "service")
structure awsJson1_1 with [HttpConfiguration] {}

/// JSON over HTTP, with a method and a path for each operation.
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        httpResponseCode
        httpChecksum
        httpChecksumRequired
        jsonName
    ]
)
@trait(selector: "service")
structure restJson1 with [HttpConfiguration] {}

/// XML over HTTP, with a method and a path for each operation.
@deprecated
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        httpResponseCode
        httpChecksum
        httpChecksumRequired
        xmlAttribute
        xmlFlattened
        xmlName
        xmlNamespace
    ]
)
@trait(selector: "service")
@traitValidators(
    UnsupportedProtocolDocument: {
        selector: "~> member :test(> document)"
        message: "Document types are not supported with restXml"
    }
)
structure restXml with [HttpConfiguration] {
    /// Errors are not wrapped in an `Error` element.
    @deprecated
    noErrorWrapping: Boolean
}

/// Form-encoded requests with XML responses, with one URL for all operations.
@deprecated
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        awsQueryError
        xmlAttribute
        xmlFlattened
        xmlName
        xmlNamespace
    ]
)
@trait(selector: "service [trait|xmlNamespace]")
@traitValidators(
    UnsupportedProtocolDocument: {
        selector: "~> member :test(> document)"
        message: "Document types are not supported with awsQuery"
    }
)
structure awsQuery {}

/// The variant of awsQuery that Amazon EC2 uses.
@deprecated
@protocolDefinition(
    traits: [
        timestampFormat
        cors
        endpoint
        hostLabel
        ec2QueryName
        xmlAttribute
        xmlFlattened
        xmlName
        xmlNamespace
    ]
)
@trait(selector: "service [trait|xmlNamespace]")
@traitValidators(
    UnsupportedProtocolDocument: {
        selector: "~> member :test(> document)"
        message: "Document types are not supported with ec2Query"
    }
)
structure ec2Query {}

@private
@mixin(
    localTraits: [private]
)
structure HttpConfiguration {
    /// The HTTP versions that the service supports, in order of preference.
    http: StringList

    /// The HTTP versions that support event streams; by default, all supported versions.
    eventStreamHttp: StringList
}

@private
list StringList {
    member: String
}

/// The code and status of the error in awsQuery.
@trait(
    selector: "structure [trait|error]"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure awsQueryError {
    /// The code in the body.
    @required
    code: String

    /// The status of the response.
    @required
    httpResponseCode: Integer
}

/// The service used awsQuery before and still reports awsQuery error codes.
@trait(
    selector: """
        service :test([trait|aws.protocols#awsJson1_0],
            [trait|smithy.protocols#rpcv2Cbor],
            [trait|smithy.protocols#rpcv2Json])"""
)
structure awsQueryCompatible {}

/// The name of the member in ec2Query requests.
@trait(selector: "structure > member")
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
string ec2QueryName

/// Request and response bodies have checksums, in headers or trailers.
@trait(
    selector: "operation"
    breakingChanges: [
        {
            change: "remove"
            severity: "DANGER"
            message: """
                Removing the trait removes the ability for clients to do request or response checksums. The service \
                MUST continue to support old clients by supporting the `httpChecksum` trait."""
        }
        {
            change: "remove"
            path: "/requestAlgorithmMember"
            severity: "DANGER"
            message: """
                `requestAlgorithmMember` was removed, so newly generated clients will no longer be able to pick the \
                request checksum algorithms The service MUST continue to support old clients by supporting \
                `requestAlgorithmMember`."""
        }
        {
            change: "remove"
            path: "/requestValidationModeMember"
            severity: "DANGER"
            message: """
                `requestValidationModeMember` was removed, so newly generated clients will no longer validate response \
                checksums. The service MUST continue to support old clients by supporting \
                `requestValidationModeMember`."""
        }
        {
            change: "remove"
            path: "/responseAlgorithms/member"
            severity: "DANGER"
            message: """
                Members of `responseAlgorithms` were removed, so newly generated clients will no longer validate \
                response checksums for the removed algorithms. The service MUST continue to support old clients by \
                supporting removed compression algorithms."""
        }
    ]
)
@unstable
structure httpChecksum {
    /// The input member that selects the algorithm of the request checksum.
    requestAlgorithmMember: String

    /// Requests require a checksum.
    requestChecksumRequired: Boolean

    /// The input member that enables the validation of response checksums.
    requestValidationModeMember: String

    /// The algorithms to look for in responses.
    responseAlgorithms: ChecksumAlgorithmSet
}

@private
@length(min: 1)
@uniqueItems
list ChecksumAlgorithmSet {
    member: ChecksumAlgorithm
}

@private
enum ChecksumAlgorithm {
    CRC32
    CRC32C
    CRC64NVME
    MD5
    SHA1
    SHA256
    SHA512
    XXHASH64
    XXHASH3
    XXHASH128
}
