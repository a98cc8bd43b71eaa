$version: "2"

namespace parcel.protocols

/// HTTP bindings and JSON documents in the manner of an invented company. A header says which
/// error a response is.
@protocolDefinition(
    traits: [
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        httpResponseCode
        jsonName
        timestampFormat
        tagged
    ]
)
@trait(selector: "service")
structure parcelJson {
    /// The header with the name of an error.
    errorHeader: String = "x-parcel-error"
}

/// Writes a union of structures as one object: the members of the chosen structure, and a member
/// of this name with the name of the choice.
@trait(selector: "union :not(> member > :not(structure))")
string tagged
