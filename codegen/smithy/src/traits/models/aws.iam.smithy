$version: "2.0"

namespace aws.iam

/// The operation as an action in IAM.
@trait(selector: "operation")
structure iamAction {
    /// The action's name; the operation's when absent.
    name: String

    /// What it means to be allowed the action.
    documentation: String

    /// Where to read on, relative to the documentation of IAM.
    relativeDocumentation: String

    /// Other actions that the caller has to be allowed.
    requiredActions: RequiredActionsList

    /// What the action is authorized against.
    resources: ActionResources

    /// Resources that the action makes.
    createsResources: ResourceNameList
}

@private
structure ActionResources {
    /// Always.
    required: ActionResourceMap

    /// Depending on the request.
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

/// The name of the operation's action.
@deprecated(since: "2023-11-10", message: "Use the `name` member of the `aws.iam#iamAction` trait instead.")
@trait(selector: "operation")
string actionName

/// What it means to be allowed the operation's action.
@deprecated(since: "2023-11-10", message: "Use the `documentation` member of the `aws.iam#iamAction` trait instead.")
@trait(selector: "operation")
string actionPermissionDescription

/// Other actions that the caller of the operation has to be allowed.
@deprecated(since: "2023-11-10", message: "Use the `requiredActions` member of the `aws.iam#iamAction` trait instead.")
@trait(selector: "operation")
list requiredActions {
    member: IamIdentifier
}

/// The resource in IAM.
@trait(selector: "resource")
structure iamResource {
    /// The resource's name; the shape's when absent.
    name: String

    /// Where to read on, relative to the documentation of IAM.
    relativeDocumentation: String

    /// The resource does not take condition keys from those that contain it.
    disableConditionKeyInheritance: Boolean
}

/// Condition keys of the resource or operation, by name.
@trait(selector: ":test(resource, operation)")
list conditionKeys {
    member: IamIdentifier
}

/// The condition key whose value the member is, where their names differ.
@trait(selector: "member")
string conditionKeyValue

/// Condition keys of the service beside those that are inferred or global.
@trait(selector: "service")
map defineConditionKeys {
    key: IamIdentifier
    value: ConditionKeyDefinition
}

@private
structure ConditionKeyDefinition {
    /// The type of the key's value.
    @required
    type: ConditionKeyType

    /// What the key is for.
    documentation: String

    /// Where to read on.
    externalDocumentation: String

    /// Where to read on, relative to the documentation of IAM.
    relativeDocumentation: String

    /// The key always has a value.
    required: Boolean
}

@private
enum ConditionKeyType {
    /// An ARN.
    ARN

    /// ARNs.
    ARRAY_OF_ARN = "ArrayOfARN"

    /// Bytes in base64.
    BINARY = "Binary"

    /// Bytes in base64, several.
    ARRAY_OF_BINARY = "ArrayOfBinary"

    /// A string.
    STRING = "String"

    /// Strings.
    ARRAY_OF_STRING = "ArrayOfString"

    /// A number.
    NUMERIC = "Numeric"

    /// Numbers.
    ARRAY_OF_NUMERIC = "ArrayOfNumeric"

    /// A date and time of ISO 8601.
    DATE = "Date"

    /// Dates and times of ISO 8601.
    ARRAY_OF_DATE = "ArrayOfDate"

    /// True or false.
    BOOL = "Bool"

    /// True or false, several.
    ARRAY_OF_BOOL = "ArrayOfBool"

    /// An address or range of RFC 4632.
    IP_ADDRESS = "IPAddress"

    /// Addresses or ranges of RFC 4632.
    ARRAY_OF_IP_ADDRESS = "ArrayOfIPAddress"
}

/// Condition keys are not inferred for the service or resource.
@trait(selector: ":test(service, resource)")
structure disableConditionKeyInference {}

/// Condition keys that the service works out, not the request.
@trait(selector: "service")
list serviceResolvedConditionKeys {
    member: IamIdentifier
}

@private
@pattern("^([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:[^:]+)$")
string IamIdentifier

/// Who may call the service or operation.
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
