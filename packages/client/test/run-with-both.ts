import { vi } from "vitest";

/** The package that this client replaces. */
export const theirs = "@aws-sdk/client-marketplace-metering";

/** Runs a program first with the AWS client and then with this client. */
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
