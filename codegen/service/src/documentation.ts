import type { NodeValue, Traits } from "@tinsmith/smithy";
import type { Deprecation, Documented } from "./documented.js";
import { entriesOf, propertyOf, stringOf, stringTrait } from "./trait-values.js";

/**
 * What the documentation traits say. Documentation that the first set of traits
 * lacks is taken from the second, which is how a member inherits it from the shape it targets.
 *
 * Plans spread it last: V8 makes an object with properties after a spread ten times as slowly.
 */
export function planDocumentation(traits: Traits, inherited?: Traits): Documented {
  return {
    documentation:
      stringTrait(traits, "smithy.api#documentation") ??
      (inherited && stringTrait(inherited, "smithy.api#documentation")),
    deprecated: planDeprecation(traits.get("smithy.api#deprecated")),
    since: stringTrait(traits, "smithy.api#since"),
    internal: traits.has("smithy.api#internal"),
    unstable: traits.has("smithy.api#unstable"),
    externalDocumentation: entriesOf(traits.get("smithy.api#externalDocumentation")).flatMap(
      ([title, url]) => (typeof url === "string" ? { title, url } : []),
    ),
  };
}

function planDeprecation(value: NodeValue | undefined): Deprecation | undefined {
  if (value === undefined) return undefined;
  return {
    message: stringOf(propertyOf(value, "message")),
    since: stringOf(propertyOf(value, "since")),
  };
}
