$version: "2.0"

namespace aws.iam

/// The IAM action of the operation.
@trait(selector: "operation")
structure iamAction {
    /// The name of the action; by default, the name of the operation.
    name: String

    /// A description of what the action permits.
    documentation: String

    /// A link to more information, relative to the IAM documentation.
    relativeDocumentation: String

    /// Other actions that the caller must be allowed to perform.
    requiredActions: RequiredActionsList

    /// The resources that the action is authorized against.
    resources: ActionResources

    /// The resources that the action creates.
    createsResources: ResourceNameList
}

@private
structure ActionResources {
    /// The resources that every request is authorized against.
    required: ActionResourceMap

    /// The resources that only some requests are authorized against.
    optional: ActionResourceMap
}

@private
map ActionResourceMap {
    key: ResourceName
    value: ActionResource
}

@private
structure ActionResource {
    /// The condition keys of the authorization.
    conditionKeys: ConditionKeysList
}

@private
@uniqueItems
list ConditionKeysList {
    member: String
}

@private
@uniqueItems
list RequiredActionsList {
    member: IamIdentifier
}

@private
@uniqueItems
list ResourceNameList {
    member: ResourceName
}

@private
string ResourceName

/// The name of the operation's IAM action.
@deprecated(since: "2023-11-10", message: "Use the `name` member of the `aws.iam#iamAction` trait instead.")
@trait(selector: "operation")
string actionName

/// A description of what the operation's IAM action permits.
@deprecated(since: "2023-11-10", message: "Use the `documentation` member of the `aws.iam#iamAction` trait instead.")
@trait(selector: "operation")
string actionPermissionDescription

/// Other actions that the caller of the operation must be allowed to perform.
@deprecated(since: "2023-11-10", message: "Use the `requiredActions` member of the `aws.iam#iamAction` trait instead.")
@trait(selector: "operation")
list requiredActions {
    member: IamIdentifier
}

/// The resource in IAM.
@trait(selector: "resource")
structure iamResource {
    /// The name of the resource; by default, the name of the shape.
    name: String

    /// A link to more information, relative to the IAM documentation.
    relativeDocumentation: String

    /// The resource does not inherit condition keys from its parents.
    disableConditionKeyInheritance: Boolean
}

/// Condition keys of the resource or operation, by name.
@trait(selector: ":test(resource, operation)")
list conditionKeys {
    member: ConditionKeyName
}

/// The condition key whose value the member provides, if their names differ.
@trait(selector: "member")
@pattern("^(([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:)?[^:\\s]+)$")
string conditionKeyValue

/// Condition keys of the service, in addition to inferred and global ones.
@trait(selector: "service")
map defineConditionKeys {
    key: ConditionKeyName
    value: ConditionKeyDefinition
}

@private
structure ConditionKeyDefinition {
    /// The type of the key's value.
    @required
    type: ConditionKeyType

    /// A description of the key.
    documentation: String

    /// A link to more information.
    externalDocumentation: String

    /// A link to more information, relative to the IAM documentation.
    relativeDocumentation: String

    /// The key is always present.
    required: Boolean
}

@private
enum ConditionKeyType {
    /// An ARN.
    ARN

    /// A list of ARNs.
    ARRAY_OF_ARN = "ArrayOfARN"

    /// Base64-encoded bytes.
    BINARY = "Binary"

    /// A list of base64-encoded bytes.
    ARRAY_OF_BINARY = "ArrayOfBinary"

    /// A string.
    STRING = "String"

    /// A list of strings.
    ARRAY_OF_STRING = "ArrayOfString"

    /// A number.
    NUMERIC = "Numeric"

    /// A list of numbers.
    ARRAY_OF_NUMERIC = "ArrayOfNumeric"

    /// A date and time in ISO 8601.
    DATE = "Date"

    /// A list of dates and times in ISO 8601.
    ARRAY_OF_DATE = "ArrayOfDate"

    /// A boolean.
    BOOL = "Bool"

    /// A list of booleans.
    ARRAY_OF_BOOL = "ArrayOfBool"

    /// An IP address or range in the notation of RFC 4632.
    IP_ADDRESS = "IPAddress"

    /// A list of IP addresses or ranges in the notation of RFC 4632.
    ARRAY_OF_IP_ADDRESS = "ArrayOfIPAddress"
}

/// Condition keys are not inferred for the service or resource.
@trait(selector: ":test(service, resource)")
structure disableConditionKeyInference {}

/// Condition keys whose values the service resolves, as opposed to the request.
@trait(selector: "service")
list serviceResolvedConditionKeys {
    member: ConditionKeyName
}

@private
@pattern("^([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:[^:]+)$")
string IamIdentifier

@private
@pattern("^(([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:)?[^:\\s]+)$")
string ConditionKeyName

/// The principals that may call the service or operation.
@trait(selector: ":test(service, operation)")
list supportedPrincipalTypes {
    member: PrincipalType
}

@private
enum PrincipalType {
    /// An account.
    ROOT = "Root"

    /// A user.
    IAM_USER = "IAMUser"

    /// A role.
    IAM_ROLE = "IAMRole"

    /// A session of a federated user.
    FEDERATED_USER = "FederatedUser"
}
