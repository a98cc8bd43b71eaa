import type { Evaluator } from "./evaluator.js";
import { addedRequiredMember } from "./evaluators/added-required-member.js";
import { changedLengthTrait, changedRangeTrait } from "./evaluators/changed-bounds.js";
import { changedDefault } from "./evaluators/changed-default.js";
import { changedEnumTrait } from "./evaluators/changed-enum.js";
import { changedMemberOrder } from "./evaluators/changed-member-order.js";
import { changedMemberTarget } from "./evaluators/changed-member-target.js";
import { changedNullability } from "./evaluators/changed-nullability.js";
import { changedResourceIdentifiers } from "./evaluators/changed-resource-identifiers.js";
import { changedShapeType } from "./evaluators/changed-shape-type.js";
import { endpointSigV4Migration } from "./evaluators/endpoint-sigv4-migration.js";
import { addedEntityBinding, removedEntityBinding } from "./evaluators/entity-bindings.js";
import {
  addedOperationError,
  addedServiceError,
  removedOperationError,
  removedServiceError,
} from "./evaluators/errors.js";
import { addedMetadata, changedMetadata, removedMetadata } from "./evaluators/metadata.js";
import { modifiedTrait } from "./evaluators/modified-trait.js";
import {
  changedOperationInput,
  changedOperationOutput,
} from "./evaluators/operation-input-output.js";
import { serviceRename } from "./evaluators/service-rename.js";
import {
  addedShape,
  addedTraitDefinition,
  removedShape,
  removedTraitDefinition,
} from "./evaluators/shapes.js";
import { sigV4Migration } from "./evaluators/sigv4-migration.js";
import { traitBreakingChange } from "./evaluators/trait-breaking-change.js";

/**
 * All evaluators, in the order of the reference implementation. The event of a changed member
 * target lists the events about the targets in this order.
 */
export const evaluators: readonly Evaluator[] = [
  addedEntityBinding,
  addedMetadata,
  addedOperationError,
  addedRequiredMember,
  addedServiceError,
  addedShape,
  addedTraitDefinition,
  changedDefault,
  changedEnumTrait,
  changedLengthTrait,
  changedMemberOrder,
  changedMemberTarget,
  changedMetadata,
  changedNullability,
  changedOperationInput,
  changedOperationOutput,
  changedRangeTrait,
  changedResourceIdentifiers,
  changedShapeType,
  modifiedTrait,
  removedEntityBinding,
  removedMetadata,
  removedOperationError,
  removedServiceError,
  removedShape,
  removedTraitDefinition,
  serviceRename,
  traitBreakingChange,
  sigV4Migration,
  endpointSigV4Migration,
];
