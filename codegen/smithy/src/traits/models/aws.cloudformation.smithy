$version: "2.0"

namespace aws.cloudformation

/// The member is one more identifier of the resource in CloudFormation.
@unstable
@trait(
    selector: "structure > :test(member > string)"
    conflicts: [cfnExcludeProperty]
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure cfnAdditionalIdentifier {}

/// The member's name in CloudFormation.
@unstable
@trait(
    selector: "structure > member"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
string cfnName

/// The member is no property in CloudFormation.
@unstable
@trait(
    selector: "structure > member"
    conflicts: [cfnAdditionalIdentifier, cfnMutability, cfnDefaultValue]
    breakingChanges: [
        {
            change: "add"
        }
    ]
)
structure cfnExcludeProperty {}

/// CloudFormation fills the property where the user leaves it out.
@unstable
@trait(
    selector: "resource > operation -[input, output]-> structure > member"
    conflicts: [cfnExcludeProperty]
)
structure cfnDefaultValue {}

/// When CloudFormation may set and see the property.
@unstable
@trait(
    selector: "structure > member"
    conflicts: [cfnExcludeProperty]
)
enum cfnMutability {
    /// Set and seen at any time.
    FULL = "full"

    /// Set when the resource is made, seen afterwards.
    CREATE_AND_READ = "create-and-read"

    /// Set when the resource is made, never seen.
    CREATE = "create"

    /// Seen, never set.
    READ = "read"

    /// Set at any time, never seen.
    WRITE = "write"
}

/// The resource is one of CloudFormation.
@unstable
@trait(
    selector: "resource"
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure cfnResource {
    /// The resource's name; the shape's name when absent.
    name: String

    /// Further structures whose members are properties.
    additionalSchemas: StructureIdList

    /// Names of properties that make up the primary identifier.
    primaryIdentifier: String
}

@private
list StructureIdList {
    @idRef(failWhenMissing: true, selector: "structure")
    member: String
}
