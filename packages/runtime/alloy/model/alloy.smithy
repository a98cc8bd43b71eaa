$version: "2"

namespace alloy

/// HTTP bindings whose bodies are always JSON documents: a payload that is a string or a blob is
/// one too. The header `X-Error-Type` names the error of a response.
@protocolDefinition(
    traits: [
        default
        error
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
        length
        pattern
        range
        required
        timestampFormat
        uuidFormat
        discriminated
        nullable
        untagged
        jsonUnknown
        openEnum
        durationSecondsFormat
        dateFormat
        localTimeFormat
        offsetDateTimeFormat
        preserveKeyOrder
    ]
)
@trait(selector: "service")
structure simpleRestJson {}

/// Writes a union of structures as one object: the members of the chosen structure, and a property
/// of this name with the name of the choice.
@trait(selector: "union", conflicts: [untagged])
string discriminated

/// Writes only the value of a union, without the name of the choice. A reader takes the first
/// member that the value is valid for.
@trait(selector: "union", conflicts: [discriminated])
structure untagged {}

/// Keeps what the model does not know: properties of a structure in a map, the whole value of a
/// union in a document.
@trait(
    selector: ":is(structure > member :test(> map > member[id|member=value] > document), union:not([trait|alloy#untagged]) > member :test(> document))"
    structurallyExclusive: "member"
    conflicts: [jsonName]
)
structure jsonUnknown {}

/// Distinguishes a member that is null from one that is missing.
@trait(selector: ":not([trait|trait])")
structure nullable {}

/// The value of a missing member. Unlike `@default`, it need not satisfy the constraints of the
/// target.
@trait(selector: "structure > member :test(> :is(simpleType, list, map))", conflicts: [required])
document defaultValue

/// An enum that accepts values outside of the model.
@trait(selector: ":test(enum, intEnum, [trait|enum])")
structure openEnum {}

/// Keeps the entries of a map, or the properties of a document, in the order of the message.
@trait(selector: ":test(map, member > map, document, member > document)")
structure preserveKeyOrder {}

/// A string that contains the members of a structure, between the fixed parts of a pattern:
/// `{user}@{host}`.
@trait(selector: "string")
structure structurePattern {
    /// The text, with the names of members in braces.
    @required
    pattern: String

    /// The structure.
    @required
    @idRef(selector: "structure")
    target: String
}

/// Examples of values of any shape that holds data.
@trait(selector: ":not(:test(service, operation, resource))")
list dataExamples {
    member: DataExample
}

union DataExample {
    /// A value that is valid for the shape, independent of a protocol.
    smithy: Document

    /// JSON as a protocol writes it.
    json: Document

    /// Any other text.
    string: String
}

/// Examples of an operation that nothing checks against the model.
@trait(selector: "operation")
list uncheckedExamples {
    member: UncheckedExample
}

@private
structure UncheckedExample {
    @required
    title: String

    documentation: String

    input: Document

    output: Document
}

/// In forms, writes the entries of a list or map as entries of the structure or union around it.
@trait(
    selector: ":is(structure, union) > :test(member > :test(list, map))"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure urlFormFlattened {}

/// The key of a structure, union or member in forms.
@trait(
    selector: ":is(structure, union, member)"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
string urlFormName
