import type { Rule } from "./rule.js";
import { authTraitRule, httpApiKeyAuth, serviceAuthDefinitions } from "./rules/auth.js";
import {
  authorizers,
  endpointConfiguration,
  gatewayResponsesCors,
} from "./rules/aws/api-gateway.js";
import { arnTemplate, arnTraitRule } from "./rules/aws/arn-trait.js";
import { cfnMutability, cfnResourceProperty } from "./rules/aws/cloudformation.js";
import { clientEndpointDiscovery } from "./rules/aws/client-endpoint-discovery.js";
import { cloudWatchNamespace } from "./rules/aws/cloudwatch-namespace.js";
import { errorRename } from "./rules/aws/error-rename.js";
import { httpChecksum } from "./rules/aws/http-checksum.js";
import { conditionKeys, defineConditionKeys, iamAction, iamResource } from "./rules/aws/iam.js";
import { queryErrorCode } from "./rules/aws/query-error-code.js";
import { protocolHttpPayload } from "./rules/aws/protocol-http-payload.js";
import { eventSource, sdkServiceId } from "./rules/aws/service-trait.js";
import { sigV4Traits } from "./rules/aws/sigv4-traits.js";
import { serviceTagging, tagResourceProperty, taggableResource } from "./rules/aws/tagging.js";
import { batchTraitRule } from "./rules/batch-trait.js";
import { conditionsTraitRule } from "./rules/conditions-trait.js";
import { corsTraitRule } from "./rules/cors-trait.js";
import { defaultTraitRule } from "./rules/default-trait.js";
import { defaultValueInUpdate } from "./rules/default-value-in-update.js";
import { deprecatedSet } from "./rules/deprecated-set.js";
import { deprecatedShape, deprecatedTraitRule } from "./rules/deprecated.js";
import { authSchemes } from "./rules/endpoints/auth-schemes.js";
import { ruleSetBuiltIns } from "./rules/endpoints/built-ins.js";
import { diagramReferences } from "./rules/endpoints/diagram-references.js";
import { endpointPatterns } from "./rules/endpoints/endpoint-patterns.js";
import { endpointTests } from "./rules/endpoints/endpoint-tests.js";
import { ruleSetParameters } from "./rules/endpoints/rule-set-parameters.js";
import { ruleSetTestCase } from "./rules/endpoints/test-case.js";
import { ruleSetUri } from "./rules/endpoints/rule-set-uri.js";
import { rulesEngineVersion } from "./rules/endpoints/rules-engine-version.js";
import { enumShape, enumTraitRule } from "./rules/enum-shape.js";
import { eventPayload } from "./rules/event-payload.js";
import { examplesTraitRule } from "./rules/examples-trait.js";
import { exclusiveStructureMember } from "./rules/exclusive-structure-member.js";
import { hostLabel } from "./rules/host-label.js";
import { httpBindingIgnored } from "./rules/http-binding-ignored.js";
import { httpBindingsMissing } from "./rules/http-bindings-missing.js";
import { httpHeader } from "./rules/http-header.js";
import { httpLabel } from "./rules/http-label.js";
import { httpMethodSemantics } from "./rules/http-method.js";
import { httpPayload } from "./rules/http-payload.js";
import { httpPrefixHeaders } from "./rules/http-prefix-headers.js";
import { httpQuery } from "./rules/http-query.js";
import { httpResponseCodeSemantics } from "./rules/http-response-code.js";
import { httpUriConflict, httpUriFormat, httpUriGreedyLabel } from "./rules/http-uri.js";
import { idempotencyTokenIgnored } from "./rules/idempotency-token-ignored.js";
import { idempotentTraitRule } from "./rules/idempotent-trait.js";
import { indexed } from "./rules/indexed.js";
import { jsonName } from "./rules/json-name.js";
import { lengthTraitRule } from "./rules/length-trait.js";
import { mediaType } from "./rules/media-type.js";
import { memberShouldReferenceResource } from "./rules/member-should-reference-resource.js";
import { metadataTraitRule, typedMetadata } from "./rules/metadata-trait.js";
import { mqttTopicConflict, mqttTopicLabel } from "./rules/mqtt-topics.js";
import { noInlineDocumentSupport } from "./rules/no-inline-document-support.js";
import { operationContextParams, staticContextParams } from "./rules/operation-context-params.js";
import {
  operationInputOutputMisuse,
  operationInputOutputName,
  operationNameAmbiguity,
} from "./rules/operation-input-output.js";
import { paginatedTraitRule } from "./rules/paginated-trait.js";
import { patternTraitRule } from "./rules/pattern-trait.js";
import { privateAccess } from "./rules/private-access.js";
import { privateMixinMember } from "./rules/private-mixin-member.js";
import { protocolHttpVersions } from "./rules/protocol-http-versions.js";
import { rangeTraitRule } from "./rules/range-trait.js";
import { referencesTraitRule } from "./rules/references-trait.js";
import { requestCompression } from "./rules/request-compression.js";
import { singleOperationBinding, singleResourceBinding } from "./rules/resource-binding.js";
import { resourceCycle } from "./rules/resource-cycle.js";
import { resourceIdentifier } from "./rules/resource-identifier.js";
import {
  resourceIdentifierBinding,
  serviceBoundResourceOperation,
} from "./rules/resource-identifier-binding.js";
import { resourceLifecycle } from "./rules/resource-lifecycle.js";
import { resourceOperationInputOutput } from "./rules/resource-operation-input-output.js";
import { service } from "./rules/service.js";
import { shapeClosure } from "./rules/shape-closure.js";
import { shapeId } from "./rules/shape-id.js";
import { shapeRecursion } from "./rules/shape-recursion.js";
import { streamingTraitRule } from "./rules/streaming-trait.js";
import { target } from "./rules/target.js";
import { eventStreamTests } from "./rules/test/event-stream-tests.js";
import { httpTests } from "./rules/test/http-tests.js";
import { smokeTests } from "./rules/test/smoke-tests.js";
import { uniqueSmokeTestId, uniqueTestCaseId } from "./rules/test/unique-ids.js";
import { vendorParamsShape } from "./rules/test/vendor-params-shape.js";
import { traitBreakingChanges } from "./rules/trait-breaking-changes.js";
import { traitConflict } from "./rules/trait-conflict.js";
import { traitCreation } from "./rules/trait-creation.js";
import { traitTarget } from "./rules/trait-target.js";
import { traitValidators } from "./rules/trait-validators.js";
import { traitValue } from "./rules/trait-value.js";
import { union } from "./rules/union.js";
import { unitType } from "./rules/unit-type.js";
import { unstableTraitRule } from "./rules/unstable-trait.js";
import { uniqueWaiterNames, waitable } from "./rules/waitable.js";
import { xmlFlattened } from "./rules/xml-flattened.js";
import { xmlNamespace } from "./rules/xml-namespace.js";

/** Rules that the reference implementation checks while it loads a model. */
export const loadRules: readonly Rule[] = [traitCreation];

/** Rules that run first, because their failures would cause failures of other rules. */
export const coreRules: readonly Rule[] = [target, deprecatedShape, resourceCycle];

/** Rules that run first only if validation continues after critical errors. */
export const thoroughCoreRules: readonly Rule[] = [vendorParamsShape];

/** Rules that run next, because the other rules rely on them. */
export const criticalRules: readonly Rule[] = [
  defaultTraitRule,
  enumShape,
  exclusiveStructureMember,
  shapeId,
  singleOperationBinding,
  singleResourceBinding,
  traitConflict,
  traitTarget,
  traitValue,
];

/** All other rules for a valid model. */
export const rules: readonly Rule[] = [
  arnTemplate,
  arnTraitRule,
  batchTraitRule,
  authSchemes,
  authTraitRule,
  authorizers,
  cfnMutability,
  cfnResourceProperty,
  clientEndpointDiscovery,
  cloudWatchNamespace,
  conditionKeys,
  conditionsTraitRule,
  defineConditionKeys,
  corsTraitRule,
  defaultValueInUpdate,
  deprecatedSet,
  deprecatedTraitRule,
  diagramReferences,
  endpointConfiguration,
  endpointPatterns,
  endpointTests,
  enumTraitRule,
  errorRename,
  eventPayload,
  eventSource,
  eventStreamTests,
  examplesTraitRule,
  gatewayResponsesCors,
  hostLabel,
  httpApiKeyAuth,
  httpBindingIgnored,
  httpBindingsMissing,
  httpChecksum,
  httpHeader,
  httpLabel,
  httpMethodSemantics,
  httpPayload,
  httpPrefixHeaders,
  httpQuery,
  httpResponseCodeSemantics,
  httpTests,
  httpUriConflict,
  httpUriFormat,
  httpUriGreedyLabel,
  iamAction,
  iamResource,
  idempotencyTokenIgnored,
  idempotentTraitRule,
  indexed,
  jsonName,
  lengthTraitRule,
  mediaType,
  memberShouldReferenceResource,
  metadataTraitRule,
  mqttTopicConflict,
  mqttTopicLabel,
  noInlineDocumentSupport,
  operationContextParams,
  operationInputOutputMisuse,
  operationInputOutputName,
  operationNameAmbiguity,
  paginatedTraitRule,
  patternTraitRule,
  privateAccess,
  privateMixinMember,
  protocolHttpPayload,
  protocolHttpVersions,
  queryErrorCode,
  rangeTraitRule,
  referencesTraitRule,
  requestCompression,
  resourceIdentifier,
  resourceIdentifierBinding,
  resourceLifecycle,
  resourceOperationInputOutput,
  ruleSetBuiltIns,
  ruleSetParameters,
  ruleSetTestCase,
  ruleSetUri,
  rulesEngineVersion,
  sdkServiceId,
  service,
  serviceAuthDefinitions,
  serviceBoundResourceOperation,
  serviceTagging,
  shapeClosure,
  shapeRecursion,
  sigV4Traits,
  smokeTests,
  staticContextParams,
  streamingTraitRule,
  tagResourceProperty,
  taggableResource,
  traitBreakingChanges,
  traitValidators,
  typedMetadata,
  union,
  uniqueSmokeTestId,
  uniqueTestCaseId,
  unitType,
  unstableTraitRule,
  uniqueWaiterNames,
  waitable,
  xmlFlattened,
  xmlNamespace,
];
