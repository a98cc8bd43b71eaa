$version: "2.0"

namespace smithy.rules

/// The rules by which clients find the service's endpoint.
@unstable
@trait(selector: "service")
document endpointRuleSet

/// The rules of the service's endpoint as a binary decision diagram.
@unstable
@trait(selector: "service")
structure endpointBdd {
    /// The version of the format.
    version: String

    /// The parameters by name.
    @required
    parameters: Parameters

    /// The conditions that nodes refer to.
    @required
    conditions: Conditions

    /// The results that nodes refer to. The first stands for no match.
    @required
    results: Results

    /// Where evaluation begins.
    @required
    @range(min: -1)
    root: Integer

    /// How many nodes there are.
    @required
    @range(min: 0)
    nodeCount: Integer

    /// The nodes, in base64: for each a condition, a reference for true and one for false.
    @required
    nodes: String
}

@private
map Parameters {
    key: String
    value: Parameter
}

@private
structure Parameter {
    /// The parameter's type.
    @required
    type: ParameterType

    /// The parameter should no longer be used.
    deprecated: Document

    /// What the parameter is for.
    documentation: String

    /// Its value where none is given; only with required.
    default: Document

    /// The client's setting that it takes its value from.
    builtIn: String

    /// It has to have a value.
    required: Boolean
}

enum ParameterType {
    STRING = "string"
    BOOLEAN = "boolean"
    STRING_ARRAY = "stringArray"
}

@private
list Conditions {
    member: Condition
}

@private
structure Condition {
    /// The function to call.
    @required
    fn: String

    /// Its arguments: literals, references and calls.
    @required
    argv: DocumentList

    /// The variable that takes the result.
    assign: String
}

@private
list DocumentList {
    member: Document
}

@private
list Results {
    member: Result
}

@private
structure Result {
    /// What the result is.
    @required
    type: ResultType

    documentation: String

    /// The message of an error.
    error: Document

    /// The endpoint.
    endpoint: EndpointObject

    /// Conditions, where the result is a rule of a tree.
    conditions: Conditions
}

@private
enum ResultType {
    ENDPOINT = "endpoint"
    ERROR = "error"
}

@private
structure EndpointObject {
    /// The URL, a template or an expression.
    @required
    url: Document

    /// Whatever else there is to know of the endpoint.
    properties: EndpointProperties

    /// Headers to send.
    headers: EndpointObjectHeaders
}

@private
map EndpointProperties {
    key: String
    value: Document
}

@private
map EndpointObjectHeaders {
    key: String
    value: DocumentList
}

/// The member is the rule parameter of this name.
@unstable
@trait(selector: "operation -[input]-> structure > member")
structure contextParam {
    /// The parameter.
    @required
    name: String
}

/// Rule parameters, by name, that are fixed for the operation.
@unstable
@trait(selector: "operation")
map staticContextParams {
    key: String
    value: StaticContextParamDefinition
}

@unstable
@private
structure StaticContextParamDefinition {
    /// The parameter's value.
    @required
    value: Document
}

/// Rule parameters, by name, that are found in the operation's input.
@unstable
@trait(selector: "operation")
map operationContextParams {
    key: String
    value: OperationContextParamDefinition
}

@unstable
@private
structure OperationContextParamDefinition {
    /// A JMESPath expression over the input.
    @required
    path: String
}

/// Rule parameters, by name, that are settings of the client.
@unstable
@trait(selector: "service")
map clientContextParams {
    key: String
    value: ClientContextParamDefinition
}

@unstable
@private
structure ClientContextParamDefinition {
    /// The setting's type.
    @required
    type: ShapeType

    /// What the setting is for.
    documentation: String
}

@unstable
@private
enum ShapeType {
    STRING = "string"
    BOOLEAN = "boolean"
    STRING_ARRAY = "stringArray"
}
