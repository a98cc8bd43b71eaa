import { vi } from "vitest";

/** The package that is replaced with ours. */
export const theirs = "@aws-sdk/client-marketplace-metering";

/** Runs a program with the AWS client, then with this client instead. */
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
