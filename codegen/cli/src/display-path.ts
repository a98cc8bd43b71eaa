import { relative, sep } from "node:path";

/** A path as people read it: relative to where they are, with `/`. */
export const displayPath = (cwd: string, path: string): string =>
  (relative(cwd, path) || ".").split(sep).join("/");
