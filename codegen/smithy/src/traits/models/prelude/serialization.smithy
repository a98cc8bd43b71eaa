$version: "2.0"

// Serialization and XML binding traits.
namespace smithy.api

/// The member's name in JSON.
@trait(
    selector: ":is(structure, union) > member"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
string jsonName

/// The media type of the content, according to RFC 6838.
@trait(
    selector: ":is(blob, string)"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
string mediaType

/// The serialization format of the timestamp.
@trait(
    selector: ":test(timestamp, member > timestamp)"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
enum timestampFormat {
    /// RFC 3339 in UTC with optional fractions: 1985-04-12T23:20:50.52Z.
    DATE_TIME = "date-time"

    /// Seconds since the Unix epoch, with optional fractions: 1515531081.123.
    EPOCH_SECONDS = "epoch-seconds"

    /// The HTTP date of RFC 7231: Tue, 29 Apr 2014 18:30:38 GMT.
    HTTP_DATE = "http-date"
}

/// The member is serialized as an attribute of the element.
@trait(
    selector: "structure > :test(member > :test(boolean, number, string, timestamp))"
    conflicts: [xmlNamespace]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure xmlAttribute {}

/// The items are serialized in the containing element, without an element around them.
@trait(
    selector: ":is(structure, union) > :test(member > :test(list, map))"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure xmlFlattened {}

/// The name of the element or attribute.
@trait(
    selector: ":is(structure, union, member)"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*(:[a-zA-Z_][a-zA-Z_0-9-]*)?$")
string xmlName

/// The XML namespace of the element.
@trait(
    selector: ":is(service, member, simpleType, list, map, structure, union)"
    conflicts: [xmlAttribute]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure xmlNamespace {
    /// The namespace's URI.
    @required
    uri: NonEmptyString

    /// The prefix it is bound to.
    @pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
    prefix: NonEmptyString
}
