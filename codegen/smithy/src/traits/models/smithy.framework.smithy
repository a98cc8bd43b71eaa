$version: "2.0"

namespace smithy.framework

/// The input breaks constraints of the model.
@error("client")
structure ValidationException {
    /// What is wrong, in a sentence for each failure.
    @required
    message: String

    /// The failures one by one. Each has a path, and a path may have several.
    fieldList: ValidationExceptionFieldList
}

/// One failed constraint.
structure ValidationExceptionField {
    /// A JSON pointer to the value in the input.
    @required
    path: String

    /// What is wrong with it.
    @required
    message: String
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}
