// Runs `changeset status` in clones with the branch `main`, because the command compares with that
// branch.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const git = (...args) => spawnSync("git", args, { cwd: root, encoding: "utf8" });

function whyNot() {
  if (git("rev-parse", "--git-dir").status !== 0) return "this is not a git repository";
  if (git("rev-parse", "--verify", "--quiet", "refs/heads/main").status !== 0) {
    return "there is no branch main to compare with (git branch main origin/main)";
  }
  if (git("merge-base", "main", "HEAD").status !== 0) {
    return "this clone is too shallow to have a common ancestor with main (git fetch --unshallow)";
  }
  return undefined;
}

const reason = whyNot();
if (reason === undefined) {
  const program = fileURLToPath(new URL("node_modules/@changesets/cli/bin.js", `file://${root}`));
  process.exit(
    spawnSync(process.execPath, [program, "status"], { cwd: root, stdio: "inherit" }).status ?? 1,
  );
}
console.log(`changeset status was skipped: ${reason}.`);
