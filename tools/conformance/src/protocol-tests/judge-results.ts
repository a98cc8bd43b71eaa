import type { GeneratedService } from "./generate-packages.js";
import type { TestResult } from "./run-protocol-tests.js";

/** The tests of one protocol and side. */
export interface Tally {
  readonly protocol: string;
  readonly side: "client" | "server";
  readonly passed: number;
  readonly listed: number;
  readonly total: number;
}

export interface Verdict {
  readonly tallies: readonly Tally[];
  /** Failing tests that are not in the list, by service, side, kind and id, with their messages. */
  readonly unlisted: Readonly<Record<string, string>>;
  /** Tests in the list that pass or do not exist. */
  readonly mended: readonly string[];
}

type Known = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Compares results with a list of known failures: failing tests must be in the list, and tests in
 * the list must fail.
 */
export function judgeResults(
  services: readonly GeneratedService[],
  results: readonly TestResult[],
  known: Known,
): Verdict {
  const isListed = (result: TestResult): boolean =>
    known[`${result.service} ${result.side}`]?.[result.name] !== undefined;
  const failed = results.filter(({ failure }) => failure !== undefined);
  const failedNames = new Set(failed.map(nameOf));
  const listedNames = Object.entries(known).flatMap(([where, cases]) =>
    Object.keys(cases).map((name) => `${where} ${name}`),
  );
  return {
    tallies: tallyOf(services, results),
    unlisted: Object.fromEntries(
      failed
        .filter((result) => !isListed(result))
        .map((result) => [nameOf(result), result.failure ?? ""]),
    ),
    mended: listedNames.filter((name) => !failedNames.has(name)),
  };
}

function tallyOf(
  services: readonly GeneratedService[],
  results: readonly TestResult[],
): readonly Tally[] {
  const protocols = new Map(services.map(({ name, protocol }) => [name, protocol]));
  const sides = (["client", "server"] as const).filter((side) =>
    results.some((result) => result.side === side),
  );
  return [...new Set(protocols.values())].sort().flatMap((protocol) =>
    sides.map((side) => {
      const own = results.filter(
        (result) => protocols.get(result.service) === protocol && result.side === side,
      );
      const passed = own.filter(({ failure }) => failure === undefined).length;
      return { protocol, side, passed, listed: own.length - passed, total: own.length };
    }),
  );
}

function nameOf({ service, side, name }: TestResult): string {
  return `${service} ${side} ${name}`;
}

/**
 * Formats the figures, one line for each protocol and side. The list of known failures with their
 * reasons follows.
 */
export function formatVerdict({ tallies }: Verdict, known: Known): string {
  const all = tallies.reduce(
    (sum, { passed, listed, total }) => ({
      passed: sum.passed + passed,
      listed: sum.listed + listed,
      total: sum.total + total,
    }),
    { passed: 0, listed: 0, total: 0 },
  );
  const line = (what: string, figures: Pick<Tally, "passed" | "listed" | "total">): string =>
    [
      what.padEnd(20),
      ...[figures.passed, figures.listed, figures.total].map((figure) =>
        String(figure).padStart(7),
      ),
    ].join("");
  return [
    `${"".padEnd(20)}${["passed", "listed", "total"].map((word) => word.padStart(7)).join("")}`,
    ...tallies.map((tally) => line(`${tally.protocol} ${tally.side}`, tally)),
    line("all", all),
    "",
    ...Object.entries(known).flatMap(([where, cases]) =>
      Object.entries(cases).map(([name, reason]) => `${where}: ${name}: ${reason}`),
    ),
  ].join("\n");
}
