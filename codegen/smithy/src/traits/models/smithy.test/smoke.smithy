$version: "2.0"

// Tests against the real service.
namespace smithy.test

/// Calls that show that client and service work together.
@trait(selector: "operation")
@length(min: 1)
list smokeTests {
    member: SmokeTestCase
}

@private
structure SmokeTestCase {
    /// The case's name; no two cases of a service share one.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The operation's input.
    params: Document

    /// Settings of the client.
    vendorParams: Document

    /// The shape of those settings.
    @idRef(failWhenMissing: true)
    vendorParamsShape: String

    /// What comes back.
    @required
    expect: Expectation

    /// Labels to group cases by.
    tags: NonEmptyStringList
}

@private
union Expectation {
    /// An output.
    success: Unit

    /// An error.
    failure: FailureExpectation
}

@private
structure FailureExpectation {
    /// Which error; any when absent.
    @idRef(failWhenMissing: true, selector: "[trait|error]")
    errorId: String
}
