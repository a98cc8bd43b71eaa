$version: "2.0"

namespace aws.cloudformation

/// The member is an additional identifier of the resource in CloudFormation.
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

/// The member is excluded from CloudFormation.
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

/// CloudFormation provides a value if the user omits the property.
@unstable
@trait(
    selector: "resource > operation -[input, output]-> structure > member"
    conflicts: [cfnExcludeProperty]
)
structure cfnDefaultValue {}

/// The mutability of the property in CloudFormation.
@unstable
@trait(
    selector: "structure > member"
    conflicts: [cfnExcludeProperty]
)
enum cfnMutability {
    /// Can be set and read at any time.
    FULL = "full"

    /// Can be set on creation and read afterwards.
    CREATE_AND_READ = "create-and-read"

    /// Can be set on creation and never read.
    CREATE = "create"

    /// Can be read, but not set.
    READ = "read"

    /// Can be set at any time and never read.
    WRITE = "write"
}

/// The resource is a CloudFormation resource.
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
    /// The resource's name; by default, the shape name.
    name: String

    /// Additional structures whose members are properties.
    additionalSchemas: StructureIdList

    /// Names of properties that make up the primary identifier.
    @deprecated(message: "Prefer the resource's identifiers when generating resource schemas.")
    primaryIdentifier: String
}

@private
list StructureIdList {
    @idRef(failWhenMissing: true, selector: "structure")
    member: String
}
