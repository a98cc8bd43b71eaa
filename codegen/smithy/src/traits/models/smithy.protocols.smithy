$version: "2.0"

namespace smithy.protocols

/// CBOR over HTTP, each operation at a path made of its name.
@protocolDefinition(
    traits: [cors, endpoint, hostLabel, httpError]
)
@trait(selector: "service")
@traitValidators(
    "rpcv2Cbor.NoDocuments": {
        selector: "service ~> member :test(> document)"
        message: "This protocol does not support document types in most possible scenarios."
        severity: "DANGER"
    }
)
structure rpcv2Cbor with [HttpConfiguration] {}

/// JSON over HTTP, each operation at a path made of its name.
@protocolDefinition(
    traits: [cors, endpoint, hostLabel, httpError]
)
@trait(selector: "service")
structure rpcv2Json with [HttpConfiguration] {}

@private
@mixin(
    localTraits: [private]
)
structure HttpConfiguration {
    /// The HTTP versions that the service speaks, best first.
    http: StringList

    /// Those of them that carry event streams; all when absent.
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

/// Every structure and union of the service numbers its members.
@trait(selector: "service")
structure indexed {}
