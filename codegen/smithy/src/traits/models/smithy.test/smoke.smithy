$version: "2.0"

// Tests against the real service.
namespace smithy.test

/// Smoke tests: calls that verify that client and service work together.
@trait(selector: "operation")
list smokeTests {
    member: SmokeTestCase
}

@private
structure SmokeTestCase {
    /// The id of the test case, unique in the service.
    @required
    @pattern("^[A-Za-z_][A-Za-z0-9_]+$")
    id: String

    /// The operation's input.
    params: Document

    /// The configuration of the client.
    vendorParams: Document

    /// The shape that defines the members of `vendorParams`.
    @idRef(failWhenMissing: true)
    vendorParamsShape: String

    /// The expected result.
    @required
    expect: Expectation

    /// Labels to group test cases by.
    tags: TagList
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
    /// The error; by default, any error.
    @idRef(failWhenMissing: true, selector: "[trait|error]")
    errorId: String
}

@private
list TagList {
    member: Tag
}

@private
@pattern("^[A-Za-z][A-Za-z0-9_\\-]+$")
string Tag
