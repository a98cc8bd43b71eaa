$version: "2.0"

namespace aws.apigateway

use aws.api#arnReference

/// Where the API key comes from that calls are throttled by.
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

    /// Where the caller's identity is: `token` or `request`.
    type: String

    /// The name of the scheme in OpenAPI.
    customAuthType: String

    /// The Lambda function that authorizes.
    uri: String

    /// The role to call it with.
    credentials: String

    /// Expressions for the identity, separated by commas.
    identitySource: String

    /// What an identity looks like, as a regular expression.
    identityValidationExpression: String

    /// How long a decision is kept, in seconds.
    resultTtlInSeconds: Integer

    /// The version of the payload, for HTTP APIs.
    authorizerPayloadFormatVersion: PayloadFormatVersion

    /// The function answers with a boolean, for HTTP APIs.
    enableSimpleResponses: Boolean
}

@private
enum PayloadFormatVersion {
    V1_0 = "1.0"
    V2_0 = "2.0"
}

/// What API Gateway calls to answer.
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

    /// The role to call it with.
    credentials: IamRoleArn

    /// The method to call it with.
    @required
    httpMethod: String

    /// What happens to content of an unknown type.
    passThroughBehavior: PassThroughBehavior

    /// How the content is converted.
    contentHandling: ContentHandling

    /// How long to wait, in milliseconds.
    timeoutInMillis: Integer

    /// The VPC link's id.
    connectionId: String

    /// How the backend is reached.
    connectionType: ConnectionType = "INTERNET"

    /// A name for parameters that are cached together.
    cacheNamespace: String

    /// The version of the payload, for HTTP APIs.
    payloadFormatVersion: String

    /// Parameters that are cached.
    cacheKeyParameters: StringList

    /// Parameters of the backend from those of the request.
    requestParameters: RequestParameters

    /// Templates of the request, by media type.
    requestTemplates: Templates

    /// What becomes of the backend's responses.
    responses: IntegrationResponses
}

/// API Gateway answers by itself.
@internal
@tags(["internal"])
@trait(
    selector: ":test(service, resource, operation)"
    conflicts: [integration]
)
structure mockIntegration {
    /// What happens to content of an unknown type.
    passThroughBehavior: PassThroughBehavior

    /// Parameters of the backend from those of the request.
    requestParameters: RequestParameters

    /// Templates of the request, by media type.
    requestTemplates: Templates

    /// The responses.
    responses: IntegrationResponses
}

/// What of a request is validated: `full`, `params-only` or `body-only`.
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

    /// How the content is converted.
    contentHandling: ContentHandling

    /// Templates of the response, by media type.
    responseTemplates: Templates

    /// Headers from those of the backend's response.
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

/// May hold `{serviceName}` and `{operationName}`.
@private
@arnReference
string Arn

/// May hold `{serviceName}` and `{operationName}`.
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

    /// A Lambda function, as it is.
    AWS_PROXY = "aws_proxy"

    /// An HTTP server, with mappings.
    HTTP = "http"

    /// An HTTP server, as it is.
    HTTP_PROXY = "http_proxy"
}

@private
enum PassThroughBehavior {
    /// Passed on where there are no templates at all.
    WHEN_NO_TEMPLATES = "when_no_templates"

    /// Passed on where no template is for its type.
    WHEN_NO_MATCH = "when_no_match"

    /// Refused.
    NEVER = "never"
}
