import { posix, relative, sep } from "node:path";
import { isNodeObject } from "@tinsmith/smithy";
import type { NodeObject } from "@tinsmith/smithy";

/** The fields of a `package.json` that identify the owner of the package. */
export const ownerFieldNames = ["license", "author", "homepage", "bugs", "repository"] as const;

/**
 * Returns the owner's fields for one of the owner's packages. If `repository` has a `directory`,
 * which is the folder of the owner, the result has the folder of the package instead.
 *
 * @param owner - an object that may have the fields, such as the `package.json` of the owner
 * @param from - the folder of the owner
 * @param to - the folder of the package
 */
export function ownerFields(owner: NodeObject, from: string, to: string): NodeObject {
  return Object.fromEntries(
    ownerFieldNames.flatMap((name) => {
      const value = owner[name];
      if (value === undefined) return [];
      return [[name, name === "repository" ? repositoryOf(value, from, to) : value]];
    }),
  );
}

function repositoryOf(repository: NodeObject[string], from: string, to: string): typeof repository {
  if (!isNodeObject(repository) || typeof repository["directory"] !== "string") return repository;
  const way = relative(from, to).split(sep).join(posix.sep);
  const directory = posix.join(repository["directory"], way).replace(/\/$/, "");
  // A package outside of the repository has no folder in it.
  const isInside = directory !== ".." && !directory.startsWith("../");
  const { directory: _, ...rest } = repository;
  return isInside && directory !== "." ? { ...rest, directory } : rest;
}
