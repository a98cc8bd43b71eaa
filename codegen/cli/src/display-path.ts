import { relative, sep } from "node:path";

/** Returns a path for display: relative to the working directory, with `/`. */
export const displayPath = (cwd: string, path: string): string =>
  (relative(cwd, path) || ".").split(sep).join("/");
