$version: "2.0"

// Traits of resources and of the members that identify or describe them.
namespace smithy.api

/// The resource's put operation creates and never replaces.
@trait(selector: "resource:test(-[put]->)")
structure noReplace {}

/// The resources that a string or the members of a structure refer to.
@trait(selector: ":is(structure, string)")
list references {
    member: Reference
}

@private
structure Reference {
    /// The resource's shape id.
    @required
    resource: NonEmptyString

    /// Names of members by the identifier that each provides.
    ids: NonEmptyStringMap

    /// The service in which the resource is meant; the one in use when absent.
    service: NonEmptyString

    /// The relation, as a link relation of RFC 5988.
    rel: NonEmptyString
}

/// The member provides the identifier of this name.
@trait(
    selector: "structure > :test(member[trait|required] > string)"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
@length(min: 1)
@notProperty
string resourceIdentifier

/// The member is a property of the resource under another name.
@trait(
    selector: "structure > member"
    conflicts: [resourceIdentifier]
    breakingChanges: [
        {
            change: "remove"
        }
        {
            change: "update"
        }
    ]
)
structure property {
    /// The property's name.
    name: String
}

/// The member is no property of the resource. On a trait: members that carry the trait are none.
@trait(
    selector: ":is(operation -[input, output]-> structure > member, [trait|trait])"
    breakingChanges: [
        {
            change: "add"
        }
    ]
)
@notProperty
structure notProperty {}

/// The resource's properties are the members of this member's structure.
@trait(
    selector: "operation -[input, output]-> structure > member :test(> structure)"
    structurallyExclusive: "member"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@notProperty
structure nestedProperties {}
