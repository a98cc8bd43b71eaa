import { changeStringEnumsToEnumShapes, changeTypes } from "./change-types.js";
import { makeIdempotencyTokensClientOptional } from "./client-optional-tokens.js";
import type { TransformDefinition } from "./define-transform.js";
import { excludeMetadata, includeMetadata } from "./filter-metadata.js";
import {
  excludeShapesBySelector,
  excludeShapesByTag,
  excludeShapesByTrait,
  includeClosures,
  includeNamespaces,
  includeServices,
  includeShapesBySelector,
  includeShapesByTag,
} from "./filter-shapes.js";
import { filterSuppressions } from "./filter-suppressions.js";
import { excludeTags, includeTags } from "./filter-tags.js";
import {
  excludeTraits,
  excludeTraitsByTag,
  includeTraits,
  includeTraitsByTag,
} from "./filter-traits.js";
import { flattenAndRemoveMixins } from "./flatten-mixins.js";
import { flattenClosureNamespaces, flattenNamespaces } from "./flatten-namespaces.js";
import { flattenPaginationInfo } from "./flatten-pagination.js";
import { removeDeprecatedShapes } from "./remove-deprecated-shapes.js";
import { removeTraitDefinitions } from "./remove-trait-definitions.js";
import { removeUnusedShapes } from "./remove-unused-shapes.js";
import { renameShapes } from "./rename-shapes.js";

/**
 * Every transform except `apply`, which runs other transforms. To add one, add a file and a line
 * here.
 */
export const transformDefinitions: readonly TransformDefinition[] = [
  changeStringEnumsToEnumShapes,
  changeTypes,
  excludeMetadata,
  excludeShapesBySelector,
  excludeShapesByTag,
  excludeShapesByTrait,
  excludeTags,
  excludeTraits,
  excludeTraitsByTag,
  filterSuppressions,
  flattenAndRemoveMixins,
  flattenClosureNamespaces,
  flattenNamespaces,
  flattenPaginationInfo,
  includeClosures,
  includeMetadata,
  includeNamespaces,
  includeServices,
  includeShapesBySelector,
  includeShapesByTag,
  includeTags,
  includeTraits,
  includeTraitsByTag,
  makeIdempotencyTokensClientOptional,
  removeDeprecatedShapes,
  removeTraitDefinitions,
  removeUnusedShapes,
  renameShapes,
];
