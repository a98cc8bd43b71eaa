$version: "2.0"

namespace aws.apigateway

use aws.api#arnReference

/// The source of the API key for throttling calls.
@internal
@tags(["internal"])
@externalDocumentation(
    "Developer Guide": "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-api-key-source.html"
)
@trait(selector: "service")
string apiKeySource

/// Names the authorizer of a service, resource or operation.
@internal
@tags(["internal"])
@trait(selector: ":test(service, resource, operation)")
string authorizer

/// The service's authorizers by name.
@internal
@tags(["internal"])
@trait(selector: "service")
map authorizers {
    key: String
    value: AuthorizerDefinition
}

@private
structure AuthorizerDefinition {
    /// The authentication scheme that clients use.
    @required
    @idRef(
        selector: "[trait|authDefinition]"
        failWhenMissing: true
        errorMessage: "The scheme of an authorizer definition must reference an auth trait"
    )
    scheme: String

    /// The source of the caller's identity: `token` or `request`.
    type: String

    /// The name of the scheme in OpenAPI.
    customAuthType: String

    /// The Lambda function that authorizes.
    uri: String

    /// The role that invokes the function.
    credentials: String

    /// Expressions for the identity, separated by commas.
    identitySource: String

    /// A regular expression for the identity.
    identityValidationExpression: String

    /// The time for which a decision is cached, in seconds.
    resultTtlInSeconds: Integer

    /// The version of the payload, for HTTP APIs.
    authorizerPayloadFormatVersion: PayloadFormatVersion

    /// The function returns a boolean, for HTTP APIs.
    enableSimpleResponses: Boolean
}

@private
enum PayloadFormatVersion {
    V1_0 = "1.0"
    V2_0 = "2.0"
}

/// The backend that API Gateway calls.
@internal
@tags(["internal"])
@trait(
    selector: ":test(service, resource, operation)"
    conflicts: [mockIntegration]
)
structure integration {
    /// The kind of backend.
    @required
    type: IntegrationType

    /// The backend's ARN or URL.
    @required
    uri: Arn

    /// The role that calls the backend.
    credentials: IamRoleArn

    /// The HTTP method of the call.
    @required
    httpMethod: String

    /// The handling of unmapped content types.
    passThroughBehavior: PassThroughBehavior

    /// The conversion of the content.
    contentHandling: ContentHandling

    /// The timeout, in milliseconds.
    timeoutInMillis: Integer

    /// The VPC link's id.
    connectionId: String

    /// The kind of connection to the backend.
    connectionType: ConnectionType = "INTERNET"

    /// The cache namespace, shared by the parameters in it.
    cacheNamespace: String

    /// The version of the payload, for HTTP APIs.
    payloadFormatVersion: String

    /// Parameters that are cached.
    cacheKeyParameters: StringList

    /// Parameters of the backend, mapped from those of the request.
    requestParameters: RequestParameters

    /// Templates of the request, by media type.
    requestTemplates: Templates

    /// The mapping of the backend's responses.
    responses: IntegrationResponses

    /// The TLS settings of the call.
    tlsConfig: TlsConfig

    /// The way in which the response is sent: buffered or as a stream.
    responseTransferMode: String

    /// The load balancer or service that a VPC link calls.
    @suppress(["RepeatedShapeName"])
    integrationTarget: String
}

/// TLS settings of the call to a backend.
@private
structure TlsConfig {
    /// The certificate of the backend is not verified.
    insecureSkipVerification: Boolean
}

/// API Gateway responds without a backend.
@internal
@tags(["internal"])
@trait(
    selector: ":test(service, resource, operation)"
    conflicts: [integration]
)
structure mockIntegration {
    /// The handling of unmapped content types.
    passThroughBehavior: PassThroughBehavior

    /// Parameters of the backend, mapped from those of the request.
    requestParameters: RequestParameters

    /// Templates of the request, by media type.
    requestTemplates: Templates

    /// The responses.
    responses: IntegrationResponses
}

/// The validation of requests: `full`, `params-only` or `body-only`.
@internal
@tags(["internal"])
@trait(selector: ":test(service, operation)")
string requestValidator

@private
list StringList {
    member: String
}

@private
map IntegrationResponses {
    key: String
    value: IntegrationResponse
}

@private
structure IntegrationResponse {
    /// The status.
    statusCode: String

    /// The conversion of the content.
    contentHandling: ContentHandling

    /// Templates of the response, by media type.
    responseTemplates: Templates

    /// Headers, mapped from those of the backend's response.
    responseParameters: ResponseParameters
}

@private
map RequestParameters {
    key: String
    value: String
}

@private
map ResponseParameters {
    key: String
    value: String
}

@private
map Templates {
    key: String
    value: String
}

/// May contain `{serviceName}` and `{operationName}`.
@private
@arnReference
string Arn

/// May contain `{serviceName}` and `{operationName}`.
@private
@arnReference(type: "AWS::IAM::Role")
string IamRoleArn

@private
enum ConnectionType {
    /// Over the internet.
    INTERNET

    /// Through a VPC link.
    VPC_LINK
}

@private
enum ContentHandling {
    /// Binary to base64 text.
    CONVERT_TO_TEXT

    /// Base64 text to binary.
    CONVERT_TO_BINARY
}

@private
enum IntegrationType {
    /// An AWS service, with mappings.
    AWS = "aws"

    /// A Lambda function, without mappings.
    AWS_PROXY = "aws_proxy"

    /// An HTTP server, with mappings.
    HTTP = "http"

    /// An HTTP server, without mappings.
    HTTP_PROXY = "http_proxy"
}

@private
enum PassThroughBehavior {
    /// Content is passed on only if no templates are defined.
    WHEN_NO_TEMPLATES = "when_no_templates"

    /// Content is passed on if no template is defined for its type.
    WHEN_NO_MATCH = "when_no_match"

    /// Content is rejected.
    NEVER = "never"
}

/// The operation requires an API key.
@internal
@tags(["internal"])
@trait(selector: "operation")
structure apiKeyRequired {}

/// The TLS policy of the API.
@internal
@tags(["internal"])
@trait(selector: "service")
structure apiTlsPolicy {
    /// The name of the policy.
    @required
    securityPolicy: String

    /// The strictness with which the endpoint is accessed.
    endpointAccessMode: EndpointAccessMode
}

@private
enum EndpointAccessMode {
    BASIC
    STRICT
}

/// The endpoints of the API.
@internal
@tags(["internal"])
@trait(selector: "service")
structure endpointConfiguration {
    /// The kinds of endpoints.
    @required
    types: EndpointTypes

    /// The VPC endpoints of a private API.
    vpcEndpointIds: VpcEndpointIds

    /// The default endpoint is turned off.
    disableExecuteApiEndpoint: Boolean

    /// The kinds of IP addresses that can call the API.
    ipAddressType: IpAddressType
}

@private
list EndpointTypes {
    member: EndpointType
}

@private
enum EndpointType {
    EDGE
    REGIONAL
    PRIVATE
}

@private
list VpcEndpointIds {
    member: String
}

@private
enum IpAddressType {
    IPV4 = "ipv4"
    DUAL_STACK = "dualstack"
}

/// Responses of API Gateway itself, by their type.
@internal
@tags(["internal"])
@trait(selector: "service")
map gatewayResponses {
    key: String
    value: GatewayResponse
}

@private
structure GatewayResponse {
    /// The HTTP status.
    statusCode: String

    /// Headers, by name.
    responseParameters: GatewayResponseParameterMap

    /// Templates of the body, by media type.
    responseTemplates: GatewayResponseTemplateMap
}

@private
map GatewayResponseParameterMap {
    key: String
    value: String
}

@private
map GatewayResponseTemplateMap {
    key: String
    value: String
}

/// The size in bytes from which responses are compressed.
@internal
@tags(["internal"])
@trait(selector: "service")
@range(min: 0, max: 10485760)
integer minimumCompressionSize

/// The policy that determines who can call the API.
@internal
@tags(["internal"])
@trait(selector: "service")
document resourcePolicy
