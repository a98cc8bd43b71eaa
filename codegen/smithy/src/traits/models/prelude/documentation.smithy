$version: "2.0"

// Documentation traits.
namespace smithy.api

/// What a shape is for, in CommonMark.
@trait
string documentation

/// Links to further reading, by title.
@trait
@length(min: 1)
map externalDocumentation {
    key: NonEmptyString
    value: NonEmptyString
}

/// Inputs of an operation with the outputs or errors that they lead to.
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

    /// Allows input that breaks constraints, to show how the service refuses it.
    allowConstraintErrors: Boolean
}

@private
structure ExampleError {
    @idRef(selector: "structure[trait|error]")
    shapeId: String

    content: Document
}

/// The shape should no longer be used.
@trait
structure deprecated {
    /// Why, and what to use instead.
    message: String

    /// The date or version of the deprecation.
    since: String
}

/// The shape is not for customers and stays out of what they get.
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

/// The structure member should be set, although it need not be.
@trait(
    selector: "structure > member"
    conflicts: [required]
)
structure recommended {
    /// Why it should be set.
    reason: String
}

/// The data is secret or personal and must not be exposed, in logs for example.
@trait(selector: ":not(:test(service, operation, resource, member))")
structure sensitive {}

/// The version or date in which the shape appeared.
@trait
string since

/// Labels to group and filter shapes by.
@trait
list tags {
    member: String
}

/// The proper name of a service or resource.
@trait(selector: ":is(service, resource)")
string title

/// The shape may still change.
@trait
structure unstable {}
