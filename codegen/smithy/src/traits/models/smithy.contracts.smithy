$version: "2.0"

namespace smithy.contracts

/// Conditions, by name, that every value of the shape satisfies.
@trait(selector: ":not(:test(service, operation, resource))")
map conditions {
    key: ConditionName
    value: Condition
}

@pattern("^[A-Z]+[A-Za-z0-9]*$")
string ConditionName

structure Condition {
    /// A JMESPath expression that has to yield true.
    @required
    expression: String

    /// A description of the condition, in CommonMark.
    @required
    documentation: String
}
