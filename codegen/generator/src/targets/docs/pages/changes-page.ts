import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { ShapeId } from "@tinsmith/smithy";
import type { ModelChange, ModelVersion } from "../../../generator.js";
import { localName } from "../site/file-names.js";
import { changesPage } from "../site/plan-places.js";
import { renderText } from "../text/render-text.js";
import { breakable } from "./breakable.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/** The groups of changes, with the severities of their events. */
const groups: readonly { readonly title: string; readonly severities: readonly string[] }[] = [
  { title: "Breaking", severities: ["ERROR"] },
  { title: "Dangerous", severities: ["DANGER"] },
  { title: "May break", severities: ["WARNING"] },
  { title: "Other changes", severities: ["NOTE"] },
];

/** Creates the page of the changes between the versions of the model. */
export function createChangesPage(context: PageContext): Page {
  const { history, plan } = context.site;
  const shown = history.filter(
    ({ version, changes }) => version !== undefined || changes.length > 0,
  );
  return {
    path: changesPage,
    title: "Changes",
    description: `The changes of ${plan.title} from one version of its model to the next.`,
    section: "Overview",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, "Reference"),
      h("h1", "Changes"),
      h("p", [
        "The differences between the versions of the model, as ",
        h("code", "tinsmith diff"),
        " reports them: what breaks existing clients, and what is new.",
      ]),
      ...shown.flatMap((version) => versionSection(version, context)),
    ],
  };
}

/** Returns the anchor of a version on the page. */
export function versionId({ version }: ModelVersion): string {
  return version === undefined ? "unreleased" : `v-${version.replace(/[^A-Za-z0-9.-]+/g, "-")}`;
}

function versionSection(one: ModelVersion, context: PageContext): ElementContent[] {
  const { version, date, since, changes } = one;
  const texts = changes.filter(isAboutText);
  const others = changes.filter((change) => !isAboutText(change));
  return [
    h("h2", { id: versionId(one) }, [
      version ?? `Since ${since ?? ""}`,
      ...(date === undefined ? [] : [" ", h("span", { className: ["type"] }, date)]),
    ]),
    ...(since === undefined
      ? [h("p", "The first version that is kept.")]
      : changes.length === 0
        ? [h("p", "The model did not change.")]
        : []),
    ...groups.flatMap(({ title, severities }) => {
      const listed = others.filter(({ severity }) => severities.includes(severity));
      return listed.length === 0
        ? []
        : [
            h("h3", title),
            h(
              "ul",
              listed.map((change) => changeItem(change, context)),
            ),
          ];
    }),
    ...(texts.length === 0 ? [] : [textChanges(texts, context)]),
  ];
}

/** Reports whether a change only affects what readers see: texts and examples. */
function isAboutText({ code, severity }: ModelChange): boolean {
  return (
    severity === "NOTE" &&
    code.startsWith("ModifiedTrait.") &&
    /#(?:documentation|examples|externalDocumentation|title)$/.test(code)
  );
}

function textChanges(changes: readonly ModelChange[], context: PageContext): Element {
  const ids = [...new Set(changes.flatMap(({ shapeId }) => shapeId ?? []))];
  return h("details", [
    h("summary", `Other documentation or examples of ${ids.length} shapes and members`),
    h(
      "p",
      ids.flatMap((id, index) => [...(index === 0 ? [] : [", "]), shapeLink(id, context)]),
    ),
  ]);
}

function changeItem({ code, message, shapeId }: ModelChange, context: PageContext): Element {
  const text = renderText(shorten(message)).flatMap((node) =>
    node.type === "element" && node.tagName === "p" ? [" ", ...node.children] : [node],
  );
  return h("li", [
    ...(shapeId === undefined ? [] : [shapeLink(shapeId, context)]),
    ...text,
    " ",
    h("span", { className: ["type"] }, code.split(".")[0] ?? code),
  ]);
}

function shapeLink(id: ShapeId, context: PageContext): Element {
  const href = context.hrefOf(id);
  const label = h("code", breakable(localName(id).replace("$", ".")));
  return href === undefined ? label : h("a", { href }, [label]);
}

/**
 * Removes namespaces, and the values of traits that take several lines: the pages show the current
 * ones.
 */
function shorten(message: string): string {
  const [start = ""] = message.split(/\s*\n```/);
  const first = start.replaceAll(/`[\w.]+#([\w$]+)`/g, "`$1`");
  return first.length <= longest ? first : `${first.slice(0, longest).trimEnd()}…`;
}

const longest = 400;
