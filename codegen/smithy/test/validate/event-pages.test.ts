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

/** Rules that report events with other ids than their name. */
const families: Readonly<Record<string, readonly string[]>> = {
  HttpTests: ["HttpRequestTestsInput", "HttpResponseTestsOutput", "HttpResponseTestsError"],
  ProtocolHttpVersions: ["ProtocolHttp", "Rpcv2CborTrait", "Rpcv2JsonTrait"],
  TagResourceProperty: ["TagResourcePropertyName", "TagResourcePropertyType"],
};

/** Events that always occur together with other events, because they have the same cause. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  ServiceTagging: ["TagEnabledService", "TaggableResource"],
  // All protocols that do not support documents are deprecated.
  UnsupportedProtocolDocument: ["DeprecatedTrait"],
};

/**
 * Returns the id of the page about an event: the id of the event or its longest leading part that
 * has a page.
 */
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
 * Returns the events of a page's model. The use of an unstable trait is ignored, unless the page is
 * about such use.
 */
function eventsOf(id: string, text: string): readonly Diagnostic[] {
  const events = found.get(text) ?? diagnose(text);
  found.set(text, events);
  return events.filter(({ code }) => id === "UnstableTrait" || pageOf(code) !== "UnstableTrait");
}

/** The events by model text. Several tests use the events of the same model. */
const found = new Map<string, readonly Diagnostic[]>();

/**
 * Returns the ids in the source code: arguments of the functions that define messages, and
 * constants.
 */
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

/** The ids that traits of the language define for the validators in their definitions. */
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
  it("describe every id that the loader, a rule, a linter or a trait can report", () => {
    expect([...knownIds].filter((id) => !pageIds.has(pageOf(id)))).toEqual([]);
  });

  it("describe only ids that can be reported", () => {
    const isKnown = (id: string) => [...knownIds].some((known) => coversEvent(id, known));
    expect(pages.map(({ id }) => id).filter((id) => !isKnown(id))).toEqual([]);
  });
});

describe.each(pages)("the page of $id", ({ id, text, severities, sections, models }) => {
  const [wrong = "", right = ""] = [models.get("Wrong"), models.get("Right")];

  it("is short, and has the id as its heading and its sections in order", () => {
    expect(text.startsWith(`# ${id}\n\nSeverity: `)).toBe(true);
    expect(sections.slice(0, 3)).toEqual(["Wrong", "Right", "What to do"]);
    expect([...models.keys()]).toEqual(["Wrong", "Right"]);
    expect(text.length).toBeLessThan(3_000);
  });

  it("shows a wrong model that causes only the event", () => {
    const events = eventsOf(id, wrong);
    const own = events.filter(({ code }) => pageOf(code) === id);
    expect(own.map(({ code }) => code)).not.toEqual([]);
    expect(severities).toEqual(expect.arrayContaining(own.map(({ severity }) => severity)));
    const others = new Set(events.map(({ code }) => pageOf(code)));
    others.delete(id);
    expect([...others].sort()).toEqual(consequences[id] ?? []);
  });

  it("shows a right model that causes no events", () => {
    const allowed = id === "ServiceTagging" ? [] : (consequences[id] ?? []);
    const others = eventsOf(id, right).filter(({ code }) => !allowed.includes(pageOf(code)));
    expect(others).toEqual([]);
  });

  it("states whether the event can be suppressed", () => {
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
