$version: "2.0"

namespace smithy.rules

/// Parameters with the endpoints or errors that the rules make of them.
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
    /// What the case shows.
    documentation: String

    /// The rule parameters.
    params: Document

    /// Calls whose endpoint is the expected one.
    operationInputs: OperationInputs

    /// What the rules yield.
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

    /// Its input.
    operationParams: Document

    /// Settings by the name of the built-in.
    builtInParams: Document

    /// Settings by the name of the client's parameter.
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

    /// Whatever else there is to know of the endpoint.
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
