$version: "2.0"

namespace aws.api

/// The ARN of a resource, as a template over its identifiers.
@trait(selector: "resource")
@externalDocumentation(Reference: "https://docs.aws.amazon.com/general/latest/gr/aws-arns-and-namespaces.html")
structure arn {
    /// The template, in which `{label}` stands for the unescaped identifier of that name. Unless
    /// `absolute` is set, it is only the resource part of the ARN and does not begin with a slash.
    @required
    template: String

    /// The template is a whole ARN.
    absolute: Boolean

    /// The ARN has no region.
    noRegion: Boolean

    /// The ARN has no account.
    noAccount: Boolean

    /// The delimiter between the resource and the rest of an absolute ARN.
    resourceDelimiter: ResourceDelimiter

    /// The ARN alone identifies the resource in requests.
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

/// The client discovers the endpoint of the operation before it calls it.
@trait(selector: "operation")
structure clientDiscoveredEndpoint {
    /// The operation can only be called at a discovered endpoint.
    @required
    required: Boolean
}

/// The endpoint discovery of a service.
@trait(selector: "service")
structure clientEndpointDiscovery {
    /// The operation that returns endpoints.
    @required
    @idRef(failWhenMissing: true, selector: "operation")
    operation: String

    /// The error that reports an outdated endpoint.
    @recommended
    @idRef(failWhenMissing: true, selector: "structure[trait|error]")
    error: String
}

/// The member is an input of endpoint discovery.
@trait(
    selector: """
        operation[trait|aws.api#clientDiscoveredEndpoint] -[input]->
        structure > :test(member[trait|required] > string)"""
)
structure clientEndpointDiscoveryId {}

/// The control plane: manages resources.
@trait(
    selector: ":test(service, resource, operation)"
    conflicts: [dataPlane]
)
structure controlPlane {}

/// The data plane: works with the content of resources.
@trait(
    selector: ":test(service, resource, operation)"
    conflicts: [controlPlane]
)
structure dataPlane {}

/// The class of the data, for privacy and compliance.
@trait(selector: ":test(simpleType, list, structure, union, member)")
enum data {
    /// Data that customers submit for processing, storage or hosting, and the results.
    CUSTOMER_CONTENT = "content"

    /// Data that customers submit about themselves to create or manage an account.
    CUSTOMER_ACCOUNT_INFORMATION = "account"

    /// Data about the use of services by an account: identifiers, settings, statistics, logs.
    SERVICE_ATTRIBUTES = "usage"

    /// Tags of resources.
    TAG_DATA = "tagging"

    /// Roles, rules and permissions.
    PERMISSIONS_DATA = "permissions"
}

/// Names of an AWS service.
@trait(selector: "service")
structure service {
    /// The SDK service id, from which client names are derived.
    @required
    sdkId: String

    /// The service in ARNs; by default, the shape name in lower case.
    arnNamespace: ArnNamespace

    /// The service in CloudFormation types; by default, the shape name.
    cloudFormationName: CloudFormationName

    /// The source of CloudTrail events; by default, the ARN namespace with the suffix
    /// `.amazonaws.com`.
    cloudTrailEventSource: String

    /// The service in links to the documentation; by default, derived from the SDK id and the
    /// version.
    docId: String

    /// The prefix of the service's endpoints, which is neither unique nor stable.
    endpointPrefix: String

    /// The namespace of the service's metrics in CloudWatch, as in `AWS/Lambda`.
    cloudWatchNamespace: CloudWatchMetricNamespace
}

@private
@pattern("^[a-z0-9.\\-]{1,63}$")
string ArnNamespace

@private
@pattern("^[A-Z][A-Za-z0-9]+$")
string CloudFormationName

@private
@length(min: 1, max: 255)
@pattern("^[^:].*$")
string CloudWatchMetricNamespace

/// The resources of the service can be tagged.
@unstable
@trait(selector: "service")
structure tagEnabled {
    /// The service has no operations to tag any of its resources.
    disableDefaultOperations: Boolean

    /// The operations to tag any resource of the service, if their names are not the default ones.
    apiConfig: TaggableServiceApiConfig
}

structure TaggableServiceApiConfig {
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
@unstable
@trait(selector: "resource")
structure taggable {
    /// The property that holds the tags.
    property: String

    /// The operations to tag only this resource.
    apiConfig: TaggableApiConfig

    /// AWS systems cannot tag the resource.
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

/// The stream can be sent with the `aws-chunked` content encoding.
@trait(
    selector: "blob[trait|streaming]"
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
structure awsChunked {}
