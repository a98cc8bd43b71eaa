$version: "2.0"

namespace smithy.protocols

/// CBOR over HTTP, with a path for each operation that contains its name.
@protocolDefinition(
    traits: [cors, endpoint, hostLabel, httpError, requestCompression]
)
@trait(selector: "service")
@traitValidators(
    "rpcv2Cbor.NoDocuments": {
        selector: "service ~> member :test(> document)"
        message: "This protocol does not support document types in most possible scenarios."
        severity: "DANGER"
    }
)
structure rpcv2Cbor {
    /// The HTTP versions that the service supports, in order of preference.
    http: StringList

    /// The HTTP versions that support event streams; by default, all supported versions.
    eventStreamHttp: StringList
}

/// JSON over HTTP, with a path for each operation that contains its name.
@protocolDefinition(
    traits: [cors, endpoint, hostLabel, httpError, requestCompression]
)
@trait(selector: "service")
structure rpcv2Json {
    /// The HTTP versions that the service supports, in order of preference.
    http: StringList

    /// The HTTP versions that support event streams; by default, all supported versions.
    eventStreamHttp: StringList
}

@private
list StringList {
    member: String
}

/// The number of a member on the wire.
@trait(
    selector: ":is(structure, union) :not([trait|mixin]) > member"
    breakingChanges: [{ change: "update" }]
)
@range(min: 1, max: 65535)
integer idx

/// All structures and unions in the closure of the service number their members.
@trait(selector: "service")
structure indexed {}
