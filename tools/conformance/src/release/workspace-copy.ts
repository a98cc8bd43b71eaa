import { cpSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { run, workspaceRoot } from "../workspace.js";

/** The files that a release does not need: results of builds and of other runs. */
const left = new Set(["node_modules", ".git", ".turbo", "coverage", "reports", "scratch"]);

/**
 * Settings of git that are independent of the machine. Change logs contain ids of commits. With
 * these settings the ids are the same in each run, so that builds of a version come from the cache.
 */
export const gitEnv = {
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
  GIT_AUTHOR_NAME: "Rehearsal",
  GIT_AUTHOR_EMAIL: "rehearsal@tinsmith.example",
  GIT_COMMITTER_NAME: "Rehearsal",
  GIT_COMMITTER_EMAIL: "rehearsal@tinsmith.example",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

/** Environment variables for scripts of a copy. */
export const scriptEnv = {
  // The hashes are the same as in the workspace, so a script does not need to build again.
  TURBO_CACHE_DIR: process.env["TURBO_CACHE_DIR"] ?? join(workspaceRoot, ".turbo/cache"),
  // pnpm turns this setting off for the scripts that it runs, such as this test.
  pnpm_config_verify_deps_before_run: "install",
};

/** Copies the workspace, including built files, into a new repository with one commit. */
export function copyWorkspace(to: string): void {
  cpSync(workspaceRoot, to, {
    recursive: true,
    filter: (path) => relative(workspaceRoot, path) === "" || !left.has(basename(path)),
  });
  run("git", ["init", "--quiet", "--initial-branch", "main"], to, gitEnv);
  commitAll(to, "Copy the workspace");
}

export function commitAll(folder: string, message: string): void {
  run("git", ["add", "--all"], folder, gitEnv);
  run("git", ["commit", "--quiet", "--message", message], folder, gitEnv);
}
