$version: "2.0"

namespace smithy.rules

/// Test cases of endpoint rules: parameters with the expected endpoints or errors.
@unstable
@trait(selector: "service :is([trait|smithy.rules#endpointRuleSet], [trait|smithy.rules#endpointBdd])")
structure endpointTests {
    /// The version of the format.
    @required
    version: String

    /// The cases.
    testCases: EndpointTestList
}

@unstable
@private
list EndpointTestList {
    member: EndpointTest
}

@unstable
@private
structure EndpointTest {
    /// A description of the test case.
    documentation: String

    /// The rule parameters.
    params: Document

    /// Operation calls for which the endpoint is expected.
    operationInputs: OperationInputs

    /// The expected result of the rules.
    @required
    expect: EndpointTestExpectation
}

@unstable
@private
list OperationInputs {
    member: OperationInput
}

@unstable
@private
structure OperationInput {
    /// The operation.
    @required
    operationName: String

    /// The input of the operation.
    operationParams: Document

    /// Settings by the name of their built-in.
    builtInParams: Document

    /// Settings by the name of their client parameter.
    clientParams: Document
}

@unstable
@private
union EndpointTestExpectation {
    /// The message of an error.
    error: String

    /// An endpoint.
    endpoint: EndpointExpectation
}

@unstable
@private
structure EndpointExpectation {
    /// The URL.
    url: String

    /// Headers to send.
    headers: EndpointHeaders

    /// Additional properties of the endpoint.
    properties: Properties
}

@unstable
@private
map EndpointHeaders {
    key: String
    value: EndpointHeaderValue
}

@unstable
@private
list EndpointHeaderValue {
    member: String
}

@unstable
@private
map Properties {
    key: String
    value: Document
}
