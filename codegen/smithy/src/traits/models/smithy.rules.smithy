$version: "2.0"

namespace smithy.rules

/// The rules that determine the service's endpoint.
@unstable
@trait(selector: "service")
document endpointRuleSet

/// The rules that determine the service's endpoint, as a binary decision diagram.
@unstable
@trait(selector: "service")
structure endpointBdd {
    /// The version of the format.
    @required
    version: String

    /// The parameters by name.
    @required
    parameters: Parameters

    /// The conditions that nodes refer to.
    @required
    conditions: Conditions

    /// The results that nodes refer to. The first is an implicit "no match".
    @required
    results: Results

    /// The reference at which evaluation begins.
    @required
    @range(min: -1)
    root: Integer

    /// The number of nodes.
    @required
    @range(min: 0)
    nodeCount: Integer

    /// The nodes, in base64. Each consists of a condition, a reference for true and one for false.
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

    /// The parameter is deprecated.
    deprecated: Boolean

    /// A description of the parameter.
    documentation: String

    /// The default value; only for required parameters.
    default: Document

    /// The built-in setting of the client that provides the value.
    builtIn: String

    /// The parameter requires a value.
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

    /// The arguments: literals, references and calls.
    @required
    argv: DocumentList

    /// The variable to which the result is assigned.
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
    /// The type of the result.
    @required
    type: ResultType

    documentation: String

    /// The message of an error.
    error: Document

    /// The endpoint.
    endpoint: EndpointObject

    /// Conditions, if the result is a rule of a tree.
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

    /// Additional properties of the endpoint.
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

/// The member provides the rule parameter of this name.
@unstable
@trait(selector: "operation -[input]-> structure > member")
structure contextParam {
    /// The parameter.
    @required
    name: String
}

/// Rule parameters, by name, with static values for the operation.
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

/// Rule parameters, by name, that are bound to parts of the operation's input.
@unstable
@trait(selector: "operation")
map operationContextParams {
    key: String
    value: OperationContextParamDefinition
}

@unstable
@private
structure OperationContextParamDefinition {
    /// A JMESPath expression on the input.
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

    /// A description of the setting.
    documentation: String
}

@unstable
@private
enum ShapeType {
    STRING = "string"
    BOOLEAN = "boolean"
}
