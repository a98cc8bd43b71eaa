import type { Rule } from "./rule.js";
import { defaultTrait } from "./rules/default-trait.js";
import { defaultValueInUpdate } from "./rules/default-value-in-update.js";
import { deprecatedShape, deprecatedTrait } from "./rules/deprecated.js";
import { eventPayload } from "./rules/event-payload.js";
import { exclusiveStructureMember } from "./rules/exclusive-structure-member.js";
import { hostLabel } from "./rules/host-label.js";
import { httpBindingsMissing } from "./rules/http-bindings-missing.js";
import { httpHeader } from "./rules/http-header.js";
import { httpLabel } from "./rules/http-label.js";
import { httpPrefixHeaders } from "./rules/http-prefix-headers.js";
import { httpQuery } from "./rules/http-query.js";
import { httpResponseCodeSemantics } from "./rules/http-response-code.js";
import { httpUriConflict, httpUriFormat, httpUriGreedyLabel } from "./rules/http-uri.js";
import { jsonName } from "./rules/json-name.js";
import { lengthTrait } from "./rules/length-trait.js";
import { mediaType } from "./rules/media-type.js";
import { memberShouldReferenceResource } from "./rules/member-should-reference-resource.js";
import {
  operationInputOutputMisuse,
  operationInputOutputName,
  operationNameAmbiguity,
} from "./rules/operation-input-output.js";
import { patternTrait } from "./rules/pattern-trait.js";
import { rangeTrait } from "./rules/range-trait.js";
import { referencesTrait } from "./rules/references-trait.js";
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
import { shapeRecursion } from "./rules/shape-recursion.js";
import { streamingTrait } from "./rules/streaming-trait.js";
import { target } from "./rules/target.js";
import { traitConflict } from "./rules/trait-conflict.js";
import { traitCreation } from "./rules/trait-creation.js";
import { traitTarget } from "./rules/trait-target.js";
import { traitValue } from "./rules/trait-value.js";
import { unstableTrait } from "./rules/unstable-trait.js";

/** What the reference implementation finds while it loads a model. */
export const loadRules: readonly Rule[] = [traitCreation];

/** Where one of these fails, others would fail for no other reason: they run first. */
export const coreRules: readonly Rule[] = [target, resourceCycle];

/** What else holds for a valid model. */
export const rules: readonly Rule[] = [
  defaultTrait,
  defaultValueInUpdate,
  deprecatedShape,
  deprecatedTrait,
  eventPayload,
  exclusiveStructureMember,
  hostLabel,
  httpBindingsMissing,
  httpHeader,
  httpLabel,
  httpPrefixHeaders,
  httpQuery,
  httpResponseCodeSemantics,
  httpUriConflict,
  httpUriFormat,
  httpUriGreedyLabel,
  jsonName,
  lengthTrait,
  mediaType,
  memberShouldReferenceResource,
  operationInputOutputMisuse,
  operationInputOutputName,
  operationNameAmbiguity,
  patternTrait,
  rangeTrait,
  referencesTrait,
  resourceIdentifier,
  resourceIdentifierBinding,
  resourceLifecycle,
  resourceOperationInputOutput,
  service,
  serviceBoundResourceOperation,
  shapeRecursion,
  singleOperationBinding,
  singleResourceBinding,
  streamingTrait,
  traitConflict,
  traitTarget,
  traitValue,
  unstableTrait,
];
