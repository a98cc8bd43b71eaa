import { clientOptionGroups } from "../client/client-options-doc.js";
import { clientSections } from "../client/client-sections.js";
import {
  changesPage,
  clientPage,
  downloadsPage,
  overviewPage,
  rubyGuidePage,
} from "../site/plan-places.js";
import { headingId } from "../site/plan-guides.js";
import type { Guide } from "../site/plan-guides.js";
import type { Site } from "../site/site.js";
import { firstSentence, plainText } from "../text/render-text.js";
import type { SearchEntry } from "./search-options.js";

type NewEntry = Omit<SearchEntry, "id">;

/** Returns the entries of pages that are not about a shape: overview, client, guides. */
export function pageEntries(site: Site): readonly NewEntry[] {
  if (site.manual !== undefined) return site.guides.flatMap(guideEntries);
  return [
    ...overviewEntries(site),
    ...clientEntries(site),
    ...(site.history.length === 0
      ? []
      : [entry("Changes", "page", "", "What changed between versions.", changesPage, "changelog")]),
    entry(
      "Downloads",
      "page",
      "",
      "The model as JSON AST and JSON Schema.",
      downloadsPage,
      "llms schema",
    ),
    ...site.guides.flatMap(guideEntries),
    ...(site.guide === undefined
      ? []
      : [entry("Coming from Ruby", "guide", "", "", rubyGuidePage, "Ruby")]),
  ];
}

function entry(t: string, k: string, c: string, d: string, u: string, w = ""): NewEntry {
  return { t, k, c, d: shorten(d), u, w };
}

function overviewEntries({ authentication, endpoints, names, plan, protocol }: Site): NewEntry[] {
  const section = (title: string, id: string, d: string, w = ""): NewEntry =>
    entry(title, "section", plan.title, d, `${overviewPage}#${id}`, w);
  const packages = [names.clientPackage, names.mockServerPackage].filter(Boolean).join(" ");
  return [
    ...(packages === "" ? [] : [section("Install", "install", `npm install ${packages}`)]),
    section(
      "Authentication",
      "authentication",
      authentication.map(({ name }) => name).join(", "),
      authentication.map(({ summary }) => summary).join(" "),
    ),
    ...(endpoints.length === 0
      ? []
      : [section("Endpoints", "endpoints", "", endpoints.map(({ url }) => url).join(" "))]),
    ...(protocol === undefined
      ? []
      : [section("Protocol", "protocol", protocol.name, protocol.summary)]),
  ];
}

function clientEntries(site: Site): NewEntry[] {
  if (site.names.clientPackage === undefined) return [];
  const { client } = site.plan.names;
  return [
    entry("Client", "page", "", `The options of ${client}.`, clientPage, "paginators waiters"),
    ...clientSections(site)
      .filter(({ title }) => title !== "")
      .map(({ id, title, text }) =>
        entry(title, "section", "Client", firstSentence(text[0] ?? ""), `${clientPage}#${id}`),
      ),
    ...clientOptionGroups(site.plan).flatMap(({ options }) =>
      options.map(({ name, text, variable = "", profile = "" }) =>
        entry(
          name,
          "option",
          client,
          plainText(text),
          `${clientPage}#option.${name}`,
          `${variable} ${profile}`,
        ),
      ),
    ),
  ];
}

/** Returns a guide and its sections, each with its text. */
function guideEntries({ title, page, markdown }: Guide): NewEntry[] {
  const [intro = "", ...sections] = markdown.split(/^(?=#{2,3} )/m);
  return [
    entry(
      title,
      "guide",
      "",
      firstSentence(intro),
      page,
      `${plainText(intro)} ${plainText(markdown)}`,
    ),
    ...sections.map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      const words = heading.replace(/^#+ /, "").replaceAll("`", "");
      const text = lines.join("\n");
      return entry(words, "section", title, firstSentence(text), `${page}#${headingId(words)}`);
    }),
  ];
}

/** Shortens a text to the length that a search result shows. */
export function shorten(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139).trimEnd()}…`;
}
