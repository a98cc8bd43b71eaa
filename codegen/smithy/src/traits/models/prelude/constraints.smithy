$version: "2.0"

// Constraint and type refinement traits.
namespace smithy.api

/// Limits a string to a set of values; replaced by enum shapes.
@trait(
    selector: "string :not(enum)"
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
@length(min: 1)
@deprecated(message: "The enum trait is replaced by the enum shape in Smithy 2.0", since: "2.0")
list enum {
    member: EnumDefinition
}

@private
structure EnumDefinition {
    /// The value on the wire.
    @required
    value: NonEmptyString

    /// The name of the constant in code; unique within the enum.
    name: EnumConstantBodyName

    documentation: String

    tags: NonEmptyStringList

    deprecated: Boolean
}

@private
@pattern("^[a-zA-Z_]+[a-zA-Z_0-9]*$")
string EnumConstantBodyName

/// The value of an enum or intEnum member.
@trait(selector: ":is(enum, intEnum) > member")
@tags(["diff.error.const"])
document enumValue

/// Limits the number of items, characters or bytes.
@trait(selector: ":test(list, map, string, blob, member > :is(list, map, string, blob))")
structure length {
    /// The minimum, inclusive.
    min: Long

    /// The maximum, inclusive.
    max: Long
}

/// Limits a number.
@trait(selector: ":test(number, member > number)")
structure range {
    /// The minimum, inclusive.
    min: BigDecimal

    /// The maximum, inclusive.
    max: BigDecimal
}

/// The string must contain a match of the regular expression.
@trait(
    selector: ":test(string, member > string)"
    breakingChanges: [
        {
            change: "add"
            severity: "WARNING"
            message: "The @pattern trait should only be added if the string already had adhered to the pattern."
        }
        {
            change: "update"
            severity: "NOTE"
            message: "Changes to the @pattern trait should generally make the string more permissive, not less."
        }
    ]
)
string pattern

/// The items of the list must be unique.
@trait(
    selector: "list :not(> member ~> :is(float, double, document))"
    conflicts: [sparse]
    breakingChanges: [
        {
            change: "presence"
            severity: "WARNING"
        }
    ]
)
structure uniqueItems {}

/// The member must have a value.
@trait(selector: "structure > member")
structure required {}

/// The value of an omitted member. If it is on a shape, every member that targets the shape has to
/// repeat the value or set null.
@trait(selector: ":is(simpleType, list, map, structure > member :test(> :is(simpleType, list, map)))")
document default

/// The member had no default when it was first published.
@trait(
    selector: "structure > member [trait|default]"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure addedDefault {}

/// Clients treat the member as optional, regardless of other traits.
@trait(selector: "structure > member")
structure clientOptional {}

/// Smithy 1.0: the value may be absent and has no default. Not allowed in 2.0 models.
@trait(
    selector: """
        :test(boolean, byte, short, integer, long, float, double,
        member > :test(boolean, byte, short, integer, long, float, double))"""
)
structure box {}

/// Items of the list or values of the map may be null.
@trait(
    selector: ":is(list, map)"
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure sparse {}

/// The structure is an error of operations, caused by the client or the server.
@trait(
    selector: "structure"
    conflicts: [trait]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
enum error {
    CLIENT = "client"
    SERVER = "server"
}

/// The structure is only used as the input of one operation.
@trait(
    selector: "structure"
    conflicts: [output, error]
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure input {}

/// The structure is only used as the output of one operation.
@trait(
    selector: "structure"
    conflicts: [input, error]
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure output {}
