import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { loadModel } from "../../src/load/load-model.js";
import { trait, traitValidatorsTrait } from "../../src/traits/index.js";
import { libraries } from "../../src/traits/libraries.js";
import { linters } from "../../src/validate/linter-registry.js";
import {
  coreRules,
  criticalRules,
  loadRules,
  rules,
  thoroughCoreRules,
} from "../../src/validate/rule-registry.js";
import { coversEvent } from "../../src/validate/suppressions.js";
import { validateModel } from "../../src/validate/validate-model.js";
import { eventPages, isAboutDifference, sourceTexts } from "../event-pages.js";

const pages = eventPages.filter((page) => !isAboutDifference(page));
const pageIds = new Set(pages.map(({ id }) => id));

/** Rules that report under other ids than their name. */
const families: Readonly<Record<string, readonly string[]>> = {
  HttpTests: ["HttpRequestTestsInput", "HttpResponseTestsOutput", "HttpResponseTestsError"],
  ProtocolHttpVersions: ["ProtocolHttp", "Rpcv2CborTrait", "Rpcv2JsonTrait"],
  TagResourceProperty: ["TagResourcePropertyName", "TagResourcePropertyType"],
};

/** Events that always come with others, because the cause of one is a cause of the others. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  ServiceTagging: ["TagEnabledService", "TaggableResource"],
  // The protocols that cannot send documents are deprecated.
  UnsupportedProtocolDocument: ["DeprecatedTrait"],
};

/** The page of an event: that with its id, or with the beginning of its id. */
function pageOf(code: string): string {
  if (code.startsWith("UnknownValidator_")) return "UnknownValidator";
  const parts = code.split(".");
  const prefixes = parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
  return prefixes.find((prefix) => pageIds.has(prefix)) ?? code;
}

function diagnose(text: string, metadata = ""): readonly Diagnostic[] {
  const sources = [{ path: "page.smithy", text }];
  if (metadata !== "")
    sources.push({ path: "more.smithy", text: `$version: "2.0"\n${metadata}\n` });
  const { model, diagnostics } = loadModel(sources);
  return model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
}

/**
 * The events that matter to a page: the use of an experimental trait is not a fault of its model.
 */
function eventsOf(id: string, text: string): readonly Diagnostic[] {
  const events = found.get(text) ?? diagnose(text);
  found.set(text, events);
  return events.filter(({ code }) => id === "UnstableTrait" || pageOf(code) !== "UnstableTrait");
}

/** The events of the models, which several tests look at. */
const found = new Map<string, readonly Diagnostic[]>();

/** The ids in the source text: arguments of the functions that define messages, and constants. */
function* idsInSource(): Iterable<string> {
  for (const text of ["syntax", "load", "ast", "validate"].flatMap(sourceTexts)) {
    const places = [
      /\b(?:error|danger|warning|note|messagesOf\(\w+\))(?:<[^>(]*>)?\(\s*(?:suffix === undefined \? )?(["`][^"`]*["`])/g,
      /\bcode:[^,;]*?(["`][^"`]*["`])/g,
      /\bconst (?:code|name|problem) = (["`][^"`]*["`])/g,
    ];
    for (const place of places) {
      for (const [, literal = ""] of text.matchAll(place)) {
        const [, id] =
          /^["`]([A-Z]\w*(?:\.[A-Z]\w*)*)(?:[.]?\$\{.*|_\$\{.*)?["`]$/.exec(literal) ?? [];
        if (id !== undefined) yield id.replace(/_$/, "");
      }
    }
  }
}

/** The ids that the traits of the language define for their own validators. */
function* idsOfTraits(): Iterable<string> {
  const uses = [...libraries.keys()].map((namespace) => `${namespace}#used`);
  const text = `$version: "2.0"\nnamespace page\n${uses.map((id) => `use ${id}`).join("\n")}\n`;
  const { model } = loadModel([{ path: "page.smithy", text }]);
  for (const shape of model?.shapes.values() ?? []) {
    yield* Object.keys(trait(shape, traitValidatorsTrait) ?? {});
  }
}

const allRules = [loadRules, coreRules, thoroughCoreRules, criticalRules, rules].flat();
const knownIds = new Set([
  ...idsInSource(),
  ...idsOfTraits(),
  ...linters.keys(),
  ...allRules.flatMap(({ name }) => families[name] ?? [name]),
]);

describe("the pages of events", () => {
  it("cover every id that the loader, a rule, a linter or a trait can report", () => {
    expect([...knownIds].filter((id) => !pageIds.has(pageOf(id)))).toEqual([]);
  });

  it("describe no id that nothing reports", () => {
    const isKnown = (id: string) => [...knownIds].some((known) => coversEvent(id, known));
    expect(pages.map(({ id }) => id).filter((id) => !isKnown(id))).toEqual([]);
  });
});

describe.each(pages)("the page of $id", ({ id, text, severities, sections, models }) => {
  const [wrong = "", right = ""] = [models.get("Wrong"), models.get("Right")];

  it("has the id as its heading, its sections in order, and is short", () => {
    expect(text.startsWith(`# ${id}\n\nSeverity: `)).toBe(true);
    expect(sections.slice(0, 3)).toEqual(["Wrong", "Right", "What to do"]);
    expect([...models.keys()]).toEqual(["Wrong", "Right"]);
    expect(text.length).toBeLessThan(3_000);
  });

  it("shows a wrong model that causes the event and nothing else", () => {
    const events = eventsOf(id, wrong);
    const own = events.filter(({ code }) => pageOf(code) === id);
    expect(own.map(({ code }) => code)).not.toEqual([]);
    expect(severities).toEqual(expect.arrayContaining(own.map(({ severity }) => severity)));
    const others = new Set(events.map(({ code }) => pageOf(code)));
    others.delete(id);
    expect([...others].sort()).toEqual(consequences[id] ?? []);
  });

  it("shows a right model that causes no event", () => {
    const allowed = id === "ServiceTagging" ? [] : (consequences[id] ?? []);
    const others = eventsOf(id, right).filter(({ code }) => !allowed.includes(pageOf(code)));
    expect(others).toEqual([]);
  });

  it("says whether the event can be suppressed", () => {
    const own = eventsOf(id, wrong).filter(({ code }) => pageOf(code) === id);
    const entries = own.map(({ code }) => ({ id: code, namespace: "*" }));
    const metadata = `metadata suppressions = ${JSON.stringify(entries)}`;
    const left = diagnose(wrong, metadata).filter(({ code }) => pageOf(code) === id);
    expect(left.map(({ severity }) => severity)).toEqual(
      own.map(({ severity }) => (severity === "ERROR" ? "ERROR" : "SUPPRESSED")),
    );
    expect(text.includes("An error cannot be suppressed.")).toBe(severities.includes("ERROR"));
    const hasShape = own.some(({ shapeId }) => shapeId !== undefined);
    const isSuppressible = severities.some((one) => one !== "ERROR");
    expect(/suppresses it/.test(text)).toBe(isSuppressible);
    expect(text.includes("@suppress(")).toBe(isSuppressible && hasShape);
  });
});
