import { shapeName } from "../../model/shape-id.js";
import { isNodeObject } from "../../model/node-value.js";
import {
  javaBoolean,
  javaBuilder,
  javaFlag,
  javaFromNode,
  javaInteger,
  javaList,
  javaMap,
  javaShapeId,
  javaString,
  javaValue,
} from "./java-reader.js";
import type { Reader } from "./reader.js";
import {
  checkedWithoutPlace,
  each,
  expected,
  inOrder,
  isId,
  isIdWithoutPlace,
  isRelativeId,
  node,
  object,
  optional,
  required,
  textList,
  texts,
} from "./reader.js";

type Readers = Readonly<Record<string, Reader>>;

const needsSdkId: Reader = (value, path, target) =>
  isNodeObject(value) && !Object.hasOwn(value, "sdkId")
    ? {
        text: `No sdkId was provided. Perhaps you could set this to ${shapeName(target)}?`,
        path,
      }
    : undefined;

const apiReaders: Readers = {
  arn: object(
    required("template", "string"),
    optional("absolute", "boolean"),
    optional("noRegion", "boolean"),
    optional("noAccount", "boolean"),
    optional(
      "resourceDelimiter",
      "string",
      checkedWithoutPlace((delimiter) =>
        delimiter === "/" || delimiter === ":" ? undefined : `Invalid delimiter: ${delimiter}`,
      ),
    ),
    optional("reusable", "boolean"),
    (value) => {
      const template = isNodeObject(value) ? value["template"] : undefined;
      return typeof template === "string" && template.startsWith("/")
        ? {
            text: `Invalid aws.api#arn trait. The template must not start with '/'. Found \`${template}\``,
          }
        : undefined;
    },
  ),
  arnReference: object(
    optional("type", "string"),
    optional("service", "string", isRelativeId),
    optional("resource", "string", isRelativeId),
  ),
  clientDiscoveredEndpoint: object(optional("required", "boolean")),
  clientEndpointDiscovery: object(
    required("operation", "string", isId),
    optional("error", "string", isId),
  ),
  service: object(
    optional("sdkId", "string"),
    needsSdkId,
    optional("arnNamespace", "string"),
    optional("cloudFormationName", "string"),
    optional("cloudTrailEventSource", "string"),
    optional("docId", "string"),
    optional("endpointPrefix", "string"),
    optional("cloudWatchNamespace", "string"),
  ),
  tagEnabled: object(
    optional("disableDefaultOperations", "boolean"),
    optional(
      "apiConfig",
      "object",
      inOrder(
        optional("tagApi", "string", isIdWithoutPlace),
        optional("untagApi", "string", isIdWithoutPlace),
        optional("listTagsApi", "string", isIdWithoutPlace),
      ),
    ),
  ),
  taggable: object(
    expected("property", "string"),
    expected("disableSystemTags", "boolean"),
    expected(
      "apiConfig",
      "object",
      inOrder(
        required("tagApi", "string", isIdWithoutPlace),
        required("untagApi", "string", isIdWithoutPlace),
        required("listTagsApi", "string", isIdWithoutPlace),
      ),
    ),
  ),
};

const gateway = "software.amazon.smithy.aws.apigateway.traits";
const noMap = (member: string): string =>
  `Unable to deserialize Node using a builder: Cannot invoke "java.util.Map.forEach(java.util.function.BiConsumer)" because "${member}" is null`;
const stringMap = javaMap(javaString, noMap);
const integrationResponse = javaBuilder(
  `${gateway}.IntegrationResponse`,
  {
    statusCode: javaString,
    contentHandling: javaString,
    responseTemplates: stringMap,
    responseParameters: stringMap,
  },
  ["statusCode"],
);
const integrationMembers = {
  passThroughBehavior: javaString,
  contentHandling: javaString,
  requestParameters: stringMap,
  requestTemplates: stringMap,
  responses: javaMap(integrationResponse, noMap),
};
const authorizer = javaBuilder(
  `${gateway}.AuthorizerDefinition`,
  {
    scheme: javaShapeId,
    type: javaString,
    customAuthType: javaString,
    uri: javaString,
    credentials: javaString,
    identitySource: javaString,
    identityValidationExpression: javaString,
    resultTtlInSeconds: javaInteger,
    authorizerPayloadFormatVersion: javaString,
    enableSimpleResponses: javaBoolean,
  },
  ["scheme"],
);

const gatewayReaders: Readers = {
  authorizers: object(
    each((value, path, target) =>
      value === null ? { text: "null" } : javaValue(authorizer)(value, path, target),
    ),
  ),
  mockIntegration: javaTrait(gateway, "MockIntegrationTrait", integrationMembers),
};

/**
 * Returns the reader of a trait that the reference reads by reflection. The reference fails on null
 * only after reading.
 */
function javaTrait(
  packageName: string,
  name: string,
  members: Parameters<typeof javaBuilder>[1],
): Reader {
  const type = `${packageName}.${name}`;
  const read = javaValue(javaBuilder(type, members));
  return (value, path, target) =>
    value === null
      ? {
          text: `Cannot invoke "${type}.setNodeCache(software.amazon.smithy.model.node.Node)" because "x0" is null`,
        }
      : read(value, path, target);
}

const iam = "software.amazon.smithy.aws.iam.traits";
const noCollection = (): string =>
  'Unable to deserialize Node using a builder: Cannot invoke "java.util.Collection.toArray()" because "c" is null';
const actionResources = each(object(optional("conditionKeys", "array", texts)));

const iamReaders: Readers = {
  conditionKeys: textList(),
  defineConditionKeys: object(
    each(
      object(
        required("type", "string"),
        optional("documentation", "string"),
        optional("externalDocumentation", "string"),
        optional("relativeDocumentation", "string"),
        optional("required", "boolean"),
      ),
    ),
  ),
  iamAction: javaTrait(iam, "IamActionTrait", {
    name: javaString,
    documentation: javaString,
    relativeDocumentation: javaString,
    requiredActions: javaList(javaString, noCollection),
    resources: javaFromNode(
      `${iam}.ActionResources`,
      object(
        expected("required", "object", actionResources),
        expected("optional", "object", actionResources),
      ),
    ),
    createsResources: javaList(javaString, noCollection),
  }),
  iamResource: javaTrait(iam, "IamResourceTrait", {
    name: javaString,
    relativeDocumentation: javaString,
    disableConditionKeyInheritance: javaFlag,
  }),
  requiredActions: textList(),
  serviceResolvedConditionKeys: textList(),
  supportedPrincipalTypes: textList(),
};

const cloudFormation = "software.amazon.smithy.aws.cloudformation.traits";

const cloudFormationReaders: Readers = {
  cfnResource: javaTrait(cloudFormation, "CfnResourceTrait", {
    name: javaString,
    additionalSchemas: javaList(
      javaShapeId,
      (member) =>
        `Unable to deserialize Node using a builder: Cannot invoke "java.util.List.forEach(java.util.function.Consumer)" because "${member}" is null`,
    ),
    primaryIdentifier: javaString,
  }),
};

const specialCase = inOrder(optional("dualStack", "boolean"), optional("fips", "boolean"));
const specialCases = (read: Reader): Reader => each(inOrder(node("array"), each(read)));

const endpointReaders: Readers = {
  standardPartitionalEndpoints: object(
    required(
      "endpointPatternType",
      "string",
      checkedWithoutPlace((type) =>
        ["service_dnsSuffix", "service_region_dnsSuffix", "aws_recommended"].includes(type)
          ? undefined
          : `Unable to find EndpointPatternType enum with value [${type}]`,
      ),
    ),
    expected(
      "partitionEndpointSpecialCases",
      "object",
      specialCases(
        object(required("endpoint", "string"), required("region", "string"), specialCase),
      ),
    ),
  ),
  standardRegionalEndpoints: object(
    expected(
      "partitionSpecialCases",
      "object",
      specialCases(object(required("endpoint", "string"), specialCase)),
    ),
    expected(
      "regionSpecialCases",
      "object",
      specialCases(
        object(required("endpoint", "string"), specialCase, optional("signingRegion", "string")),
      ),
    ),
  ),
};

/** The versions of HTTP that a protocol supports. */
export const httpVersions = object(
  optional("http", "array", texts),
  optional("eventStreamHttp", "array", texts),
);

const protocolReaders: Readers = {
  awsJson1_0: httpVersions,
  awsJson1_1: httpVersions,
  awsQueryError: object(required("code", "string"), required("httpResponseCode", "number")),
  httpChecksum: object(
    optional("requestChecksumRequired", "boolean"),
    optional("requestAlgorithmMember", "string"),
    optional("responseAlgorithms", "array", texts),
    optional("requestValidationModeMember", "string"),
  ),
  restJson1: httpVersions,
  restXml: inOrder(httpVersions, optional("noErrorWrapping", "boolean")),
};

const named = object(required("name", "string"));

/** The readers of AWS traits whose values have parts, by namespace and name. */
export const awsReaders: Readonly<Record<string, Readers>> = {
  "aws.api": apiReaders,
  "aws.apigateway": gatewayReaders,
  "aws.auth": {
    cognitoUserPools: object(required("providerArns", "array", texts)),
    cognitoUserPoolsScopes: textList(),
    sigv4: named,
    sigv4a: named,
  },
  "aws.cloudformation": cloudFormationReaders,
  "aws.endpoints": endpointReaders,
  "aws.iam": iamReaders,
  "aws.protocols": protocolReaders,
  "smithy.openapi": {
    specificationExtension: javaTrait(
      "software.amazon.smithy.openapi.traits",
      "SpecificationExtensionTrait",
      { as: javaString },
    ),
  },
};
