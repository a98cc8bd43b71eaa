import { ServiceError } from "../service/service-error.js";
import { describeDifference, differencesOf } from "../mock/matching/differences.js";

/** A fixture that the caller may have intended. */
export interface Candidate {
  readonly file: string;
  readonly input: unknown;
}

/** Returns the error for an input without a fixture. It names the nearest fixture. */
export function missOf(
  operation: string,
  input: unknown,
  candidates: readonly Candidate[],
): ServiceError {
  const ranked = candidates
    .map((candidate) => ({ file: candidate.file, differences: between(input, candidate.input) }))
    .sort((left, right) => left.differences.length - right.differences.length);
  const [nearest] = ranked;
  return noFixture(
    nearest
      ? `No fixture of ${operation} has this input. The nearest is ${nearest.file}: ${nearest.differences.slice(0, 5).join("; ")}.`
      : `No call of ${operation} was recorded.`,
  );
}

/** Returns the error for an input that occurs more often in requests than in the recording. */
export const usedUp = (operation: string, files: readonly string[]): ServiceError =>
  noFixture(
    `${operation} was recorded ${files.length === 1 ? "once" : `${files.length} times`} with this input, and all recorded answers have been used: ${files.join(", ")}.`,
  );

const noFixture = (message: string): ServiceError =>
  new ServiceError({ name: "NoFixture", $fault: "client", message });

function between(input: unknown, recorded: unknown): readonly string[] {
  const lacking = differencesOf(input, recorded);
  const known = new Set(lacking.map(({ path }) => path));
  const extra = differencesOf(recorded, input).filter(({ path }) => !known.has(path));
  return [
    ...lacking.map(describeDifference),
    ...extra.map(({ path }) => `${path === "" ? "it" : path} is present, but was not recorded`),
  ];
}
