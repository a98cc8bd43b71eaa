import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Deprecation, Documented } from "@tinsmith/service";
import type { PageContext } from "./page-context.js";

/**
 * Returns a deprecation warning with the message of the model, or nothing if it is not deprecated.
 */
export function deprecationNotice(
  deprecated: Deprecation | undefined,
  context: PageContext,
): ElementContent[] {
  if (!deprecated) return [];
  const since = deprecated.since === undefined ? "" : ` since ${deprecated.since}`;
  return [
    h("aside", { className: ["important"], role: "note" }, [
      h("p", { className: ["label"] }, `Deprecated${since}`),
      ...context.text(deprecated.message),
    ]),
  ];
}

/** Returns the documentation with the notices around it: deprecation, stability, further links. */
export function documented(thing: Documented, context: PageContext): ElementContent[] {
  return [
    ...deprecationNotice(thing.deprecated, context),
    ...(thing.unstable ? [notice("Unstable", "This may change in any version.")] : []),
    ...context.text(thing.documentation, { headingLevel: 2 }),
    ...(thing.since === undefined
      ? []
      : [h("p", { className: ["since"] }, `Since ${thing.since}.`)]),
    ...furtherLinks(thing),
  ];
}

function furtherLinks({ externalDocumentation }: Documented): ElementContent[] {
  const links = externalDocumentation.filter(({ url }) => /^https?:\/\//i.test(url));
  if (links.length === 0) return [];
  return [
    h("p", { className: ["further"] }, [
      "See also: ",
      ...links.flatMap(({ title, url }, index) => [
        ...(index === 0 ? [] : [", "]),
        h("a", { href: url, rel: ["noreferrer"] }, title),
      ]),
      ".",
    ]),
  ];
}

function notice(label: string, text: string): ElementContent {
  return h("aside", { className: ["note"], role: "note" }, [
    h("p", { className: ["label"] }, label),
    h("p", text),
  ]);
}
