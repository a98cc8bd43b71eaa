import type { Traits } from "@tinsmith/smithy";
import {
  deprecatedTrait,
  documentationTrait,
  externalDocumentationTrait,
  hasTrait,
  internalTrait,
  sinceTrait,
  tagsTrait,
  trait,
  unstableTrait,
} from "@tinsmith/smithy/traits";
import type { DeprecatedTraitValue } from "@tinsmith/smithy/traits";
import type { Deprecation, Documented } from "./documented.js";

/**
 * Plans the documentation traits. Documentation that is missing in the first set of traits is taken
 * from the second. A member inherits documentation from its target in this way.
 *
 * Spread the result as the last property of a plan: V8 is ten times as slow if properties follow a
 * spread.
 */
export function planDocumentation(traits: Traits, inherited?: Traits): Documented {
  return {
    documentation:
      trait(traits, documentationTrait) ?? (inherited && trait(inherited, documentationTrait)),
    deprecated: planDeprecation(trait(traits, deprecatedTrait)),
    since: trait(traits, sinceTrait),
    internal: hasTrait(traits, internalTrait),
    unstable: hasTrait(traits, unstableTrait),
    tags: trait(traits, tagsTrait) ?? [],
    externalDocumentation: Object.entries(trait(traits, externalDocumentationTrait) ?? {}).map(
      ([title, url]) => ({ title, url }),
    ),
  };
}

function planDeprecation(trait: DeprecatedTraitValue | undefined): Deprecation | undefined {
  return trait && { message: trait.message, since: trait.since };
}
