$version: "2.0"

// Documentation traits.
namespace smithy.api

/// The documentation of a shape, in CommonMark.
@trait
string documentation

/// Links to more information, by title.
@trait
@length(min: 1)
map externalDocumentation {
    key: NonEmptyString
    value: NonEmptyString
}

/// Example inputs of an operation with the resulting outputs or errors.
@trait(selector: "operation")
list examples {
    member: Example
}

@private
structure Example {
    @required
    title: String

    documentation: String

    input: Document

    output: Document

    error: ExampleError

    /// Allows input that violates constraints, to show the resulting error.
    allowConstraintErrors: Boolean
}

@private
structure ExampleError {
    @idRef(selector: "structure[trait|error]")
    shapeId: String

    content: Document
}

/// The shape is deprecated.
@trait
structure deprecated {
    /// The reason, and an alternative.
    message: String

    /// The date or version of the deprecation.
    since: String
}

/// The shape is internal and must not be exposed to customers.
@trait(
    breakingChanges: [
        {
            change: "remove"
            severity: "WARNING"
            message: "Removing the @internal trait makes a shape externally visible."
        }
    ]
)
structure internal {}

/// The structure member should be set, although it is not required.
@trait(
    selector: "structure > member"
    conflicts: [required]
)
structure recommended {
    /// The reason why it should be set.
    reason: String
}

/// The data is sensitive and must not be exposed, for example in logs.
@trait(selector: ":not(:test(service, operation, resource, member))")
structure sensitive {}

/// The version or date in which the shape was introduced.
@trait
string since

/// Labels to group and filter shapes by.
@trait
list tags {
    member: String
}

/// The proper name of a service or resource.
@trait
string title

/// The shape may still change.
@trait
structure unstable {}
