import { Parser } from "htmlparser2";
import { MavenError } from "./coordinates.js";

/** An element of a POM: its text, and its elements by name. */
export interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** A dependency as a POM writes it: any part may be missing or contain `${property}`. */
export interface PomDependency {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly classifier: string;
  readonly scope: string;
  readonly optional: boolean;
  /** `group:name`; either may be `*`. */
  readonly exclusions: readonly string[];
}

/** The parts of a POM that determine dependencies. */
export interface Pom {
  readonly parent: PomDependency | undefined;
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly packaging: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly dependencies: readonly PomDependency[];
  readonly managed: readonly PomDependency[];
  /** The new coordinates of an artifact that was renamed. */
  readonly relocation: PomDependency | undefined;
}

/** POMs are not nested deeply; hand-made ones could exhaust the stack. */
const maxDepth = 100;

/**
 * Reads a POM. Entities of a document type are not expanded, and profiles are left out.
 *
 * @throws MavenError if the text is not a POM
 */
export function readPom(text: string, place: string): Pom {
  const project = readXml(text, place).children.find(({ name }) => name === "project");
  if (project === undefined) throw new MavenError(`${place} is not a POM: it has no <project>`);
  const parent = childOf(project, "parent");
  const relocation = childOf(childOf(project, "distributionManagement"), "relocation");
  return {
    parent: parent && dependencyOf(parent),
    group: textOf(project, "groupId"),
    name: textOf(project, "artifactId"),
    version: textOf(project, "version"),
    packaging: textOf(project, "packaging") || "jar",
    properties: new Map(
      (childOf(project, "properties")?.children ?? []).map((each) => [each.name, each.text.trim()]),
    ),
    dependencies: dependenciesOf(project),
    managed: dependenciesOf(childOf(project, "dependencyManagement")),
    relocation: relocation && dependencyOf(relocation),
  };
}

/**
 * Returns the versions that a `maven-metadata.xml` lists.
 *
 * @throws MavenError if the text is nested too deeply
 */
export function readVersions(text: string, place: string): readonly string[] {
  const metadata = childOf(readXml(text, place), "metadata");
  const versions = childOf(childOf(metadata, "versioning"), "versions");
  return (versions?.children ?? []).map((each) => each.text.trim());
}

function readXml(text: string, place: string): Element {
  const root: Element = { name: "", children: [], text: "" };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name) {
        const element: Element = { name, children: [], text: "" };
        open.at(-1)?.children.push(element);
        open.push(element);
        if (open.length > maxDepth) throw new MavenError(`${place} is nested too deeply`);
      },
      ontext(data) {
        const element = open.at(-1);
        if (element !== undefined) element.text += data;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(text);
  return root;
}

const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

const textOf = (element: Element, name: string): string =>
  childOf(element, name)?.text.trim() ?? "";

const dependenciesOf = (element: Element | undefined): readonly PomDependency[] =>
  (childOf(element, "dependencies")?.children ?? []).map(dependencyOf);

function dependencyOf(element: Element): PomDependency {
  return {
    group: textOf(element, "groupId"),
    name: textOf(element, "artifactId"),
    version: textOf(element, "version"),
    type: textOf(element, "type"),
    classifier: textOf(element, "classifier"),
    scope: textOf(element, "scope"),
    optional: textOf(element, "optional") === "true",
    exclusions: (childOf(element, "exclusions")?.children ?? []).map(
      (each) => `${textOf(each, "groupId") || "*"}:${textOf(each, "artifactId") || "*"}`,
    ),
  };
}
