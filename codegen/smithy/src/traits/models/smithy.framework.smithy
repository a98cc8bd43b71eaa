$version: "2.0"

namespace smithy.framework

/// The error of an input that violates constraints of the model.
@error("client")
structure ValidationException {
    /// A summary with a sentence for each failure.
    @required
    message: String

    /// All failures. Each has a path, and several may have the same path.
    fieldList: ValidationExceptionFieldList
}

/// One failed constraint.
structure ValidationExceptionField {
    /// A JSON pointer to the value in the input.
    @required
    path: String

    /// A description of the failure.
    @required
    message: String
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}
