$version: "2.0"

// Traits of resources and of the members that identify or describe them.
namespace smithy.api

/// The put operation of the resource cannot replace an existing resource.
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

    /// The member names by the identifiers that they provide.
    ids: NonEmptyStringMap

    /// The service in which the resource is bound; by default, the service in use.
    service: NonEmptyString

    /// The kind of relationship, as a link relation of RFC 5988.
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

/// The member provides a property of the resource under another name.
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

/// The member is not a property of the resource. On a trait: members that carry the trait are not
/// properties.
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

/// The members of this member's structure are the resource's properties.
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
