import { vi } from "vitest";

/** The package whose programs are to run with ours in its place. */
export const theirs = "@aws-sdk/client-marketplace-metering";

/** Runs something with the program's module as it is, then with ours in the place of the AWS client. */
export async function runWithBoth<Program, Result>(
  load: () => Promise<Program>,
  run: (program: Program) => Promise<Result>,
): Promise<{ aws: Result; own: Result }> {
  const aws = await run(await load());
  vi.resetModules();
  vi.doMock(theirs, () => import("../src/index.js"));
  const own = await run(await load());
  vi.doUnmock(theirs);
  vi.resetModules();
  return { aws, own };
}
