import { describe, expect, it } from "vitest";
import { diffModels } from "../../src/diff/diff-models.js";
import { evaluators } from "../../src/diff/evaluator-registry.js";
import { loadModel } from "../../src/load/load-model.js";
import type { Model } from "../../src/model/model.js";
import { validateModel } from "../../src/validate/validate-model.js";
import { eventPages, isAboutDifference, sourceTexts } from "../event-pages.js";

const pages = eventPages.filter(isAboutDifference);

/** Evaluators that report events with other ids than their name. */
const families: Readonly<Record<string, readonly string[]>> = {
  AddedOperationBinding: ["AddedOperationBinding", "AddedResourceBinding"],
  RemovedOperationBinding: ["RemovedOperationBinding", "RemovedResourceBinding"],
};

/** The ids in the source code. They are the second argument of `event`. */
const idsInSource = sourceTexts("diff").flatMap((text) =>
  [...text.matchAll(/\bevent\(\s*\w*"?\w+"?,\s*["`]([A-Z]\w*)(?=[."`])/g)].map(([, id = ""]) => id),
);

const knownIds = new Set([
  ...idsInSource,
  ...evaluators.flatMap(({ name }) => families[name] ?? [name]),
]);

const pageOf = (code: string): string => code.split(".")[0] ?? code;

/** Loads a model of a page. Throws if the model is invalid. */
function load(text: string, metadata = ""): Model {
  const sources = [{ path: "page.smithy", text }];
  if (metadata !== "")
    sources.push({ path: "more.smithy", text: `$version: "2.0"\n${metadata}\n` });
  const { model, diagnostics } = loadModel(sources);
  if (model === undefined) throw new Error("The page contains no model");
  const events = validateModel(model, { loaded: diagnostics });
  expect(events.filter(({ severity }) => severity === "ERROR" || severity === "DANGER")).toEqual(
    [],
  );
  return model;
}

describe("the pages of differences", () => {
  it("describe exactly the ids that evaluators can report", () => {
    expect(pages.map(({ id }) => id)).toEqual([...knownIds].sort());
  });
});

describe.each(pages)("the page of $id", ({ id, text, severities, sections, models }) => {
  const before = models.get("Before") ?? "";
  const wrong = models.get("Wrong") ?? models.get("After") ?? "";
  const diff = (after: string, metadata = "") => diffModels(load(before), load(after, metadata));

  it("has the id as its heading, and its sections in order", () => {
    expect(text.startsWith(`# ${id}\n\nSeverity: `)).toBe(true);
    const changes = models.has("After") ? ["Before", "After"] : ["Before", "Wrong", "Right"];
    expect(sections).toEqual([...changes, "What to do", "Specification"]);
  });

  it("shows a change that causes the event", () => {
    const own = diff(wrong).filter(({ code }) => pageOf(code) === id);
    expect(own).not.toEqual([]);
    expect(severities).toEqual(expect.arrayContaining(own.map(({ severity }) => severity)));
  });

  it("states whether the event can be suppressed", () => {
    const metadata = `metadata suppressions = [{ id: "${id}", namespace: "*" }]`;
    const found = diff(wrong).filter(({ code }) => pageOf(code) === id);
    const left = diff(wrong, metadata).filter(({ code }) => pageOf(code) === id);
    // The added `suppressions` may be reported as a change, so the number of events may differ.
    expect(new Set(left.map(({ severity }) => severity))).toEqual(
      new Set(found.map(({ severity }) => (severity === "ERROR" ? "ERROR" : "SUPPRESSED"))),
    );
    expect(text.includes("An error cannot be suppressed.")).toBe(severities.includes("ERROR"));
    expect(text.includes(metadata)).toBe(severities.some((one) => one !== "ERROR"));
  });
});

describe.each(pages.filter(({ models }) => models.has("Right")))("the page of $id", (page) => {
  it("shows another change that causes only notes", () => {
    const [before = "", right = ""] = [page.models.get("Before"), page.models.get("Right")];
    const events = diffModels(load(before), load(right));
    expect(events).not.toEqual([]);
    expect(events.filter(({ code }) => pageOf(code) === page.id)).toEqual([]);
    expect(events.filter(({ severity }) => severity !== "NOTE")).toEqual([]);
  });
});
