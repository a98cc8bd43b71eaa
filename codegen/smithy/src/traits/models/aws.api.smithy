$version: "2.0"

namespace aws.api

/// The ARN of a resource, as a template over its identifiers.
@trait(selector: "resource")
@externalDocumentation(Reference: "https://docs.aws.amazon.com/general/latest/gr/aws-arns-and-namespaces.html")
structure arn {
    /// The template. `{label}` takes the identifier of that name, unescaped. Unless absolute, it is
    /// the resource part of the ARN alone and does not begin with a slash.
    @required
    template: String

    /// The template is a whole ARN.
    absolute: Boolean

    /// The ARN has no region.
    noRegion: Boolean

    /// The ARN has no account.
    noAccount: Boolean

    /// What parts the resource from what precedes it in an absolute ARN.
    resourceDelimiter: ResourceDelimiter

    /// The resource's ARN can be used on its own in requests.
    reusable: Boolean
}

@private
enum ResourceDelimiter {
    FORWARD_SLASH = "/"
    COLON = ":"
}

/// The string is an ARN.
@trait(selector: "string")
structure arnReference {
    /// The CloudFormation type of the resource.
    type: String

    /// The shape id of the resource, which need not be in the model.
    resource: String

    /// The shape id of the service, which need not be in the model.
    service: String
}

/// The client finds out at which endpoint to call the operation.
@trait(selector: "operation")
structure clientDiscoveredEndpoint {
    /// Without the discovered endpoint the operation cannot be called.
    @required
    required: Boolean
}

/// How a client of the service finds endpoints out.
@trait(selector: "service")
structure clientEndpointDiscovery {
    /// The operation that returns endpoints.
    @required
    @idRef(failWhenMissing: true, selector: "operation")
    operation: String

    /// The error that says an endpoint is no longer right.
    @recommended
    @idRef(failWhenMissing: true, selector: "structure[trait|error]")
    error: String
}

/// The member takes part in finding the endpoint out.
@trait(
    selector: """
        operation[trait|aws.api#clientDiscoveredEndpoint] -[input]->
        structure > :test(member[trait|required] > string)"""
)
structure clientEndpointDiscoveryId {}

/// Manages resources.
@trait(
    selector: ":test(service, resource, operation)"
    conflicts: [dataPlane]
)
structure controlPlane {}

/// Works with what is in resources.
@trait(
    selector: ":test(service, resource, operation)"
    conflicts: [controlPlane]
)
structure dataPlane {}

/// The class of the data, for privacy and compliance.
@trait(selector: ":test(simpleType, list, structure, union, member)")
enum data {
    /// What customers bring for processing, storage or hosting, and what comes of it.
    CUSTOMER_CONTENT = "content"

    /// What customers tell about themselves to have an account.
    CUSTOMER_ACCOUNT_INFORMATION = "account"

    /// How an account uses services: identifiers, settings, statistics, logs.
    SERVICE_ATTRIBUTES = "usage"

    /// Tags of resources.
    TAG_DATA = "tagging"

    /// Roles, rules and permissions.
    PERMISSIONS_DATA = "permissions"
}

/// Names of an AWS service.
@trait(selector: "service")
structure service {
    /// The SDK service id, from which client names are made.
    @required
    sdkId: String

    /// The service in ARNs; the shape's name in lower case when absent.
    arnNamespace: ArnNamespace

    /// The service in CloudFormation types; the shape's name when absent.
    cloudFormationName: CloudFormationName

    /// The source of CloudTrail events; the ARN namespace and `.amazonaws.com` when absent.
    cloudTrailEventSource: String

    /// The service in links of the documentation; made of the SDK id and the version when absent.
    docId: String

    /// The first part of the service's hosts. Neither unique nor fixed.
    endpointPrefix: String

    /// The namespace of the service's metrics in CloudWatch, as in `AWS/Lambda`.
    cloudWatchNamespace: String
}

@private
@pattern("^[a-z0-9.\\-]{1,63}$")
string ArnNamespace

@private
@pattern("^[A-Z][A-Za-z0-9]+$")
string CloudFormationName

/// Resources of the service can be tagged.
@trait(selector: "service")
structure tagEnabled {
    /// The service has no operations that tag any of its resources.
    disableDefaultOperations: Boolean

    /// The operations that tag any resource of the service, where their names say it not.
    apiConfig: TagEnabledApiConfig
}

structure TagEnabledApiConfig {
    /// Adds or changes tags.
    tagApi: ServiceTagOperationReference

    /// Removes tags.
    untagApi: ServiceTagOperationReference

    /// Lists tags.
    listTagsApi: ServiceTagOperationReference
}

@idRef(failWhenMissing: true, selector: "service > operation")
string ServiceTagOperationReference

/// The resource can be tagged.
@trait(selector: "resource")
structure taggable {
    /// The property that holds the tags.
    property: String

    /// The operations that tag this resource alone.
    apiConfig: TaggableApiConfig

    /// AWS itself cannot tag the resource.
    disableSystemTags: Boolean
}

structure TaggableApiConfig {
    /// Adds or changes tags.
    @required
    tagApi: TagOperationReference

    /// Removes tags.
    @required
    untagApi: TagOperationReference

    /// Lists tags.
    @required
    listTagsApi: TagOperationReference
}

@idRef(failWhenMissing: true, selector: "resource > operation")
string TagOperationReference
