/** The result of a matcher for `expect.extend`, in vitest and jest. */
export interface MatcherResult {
  readonly pass: boolean;
  /** The message for an expectation, or its opposite (`.not`), that is not met. */
  readonly message: () => string;
}

/** Converts the result of a verification to the result of a matcher. */
export const matcherResult = ({
  ok,
  message,
}: {
  readonly ok: boolean;
  readonly message: string;
}): MatcherResult => ({
  pass: ok,
  message: () => (ok ? `${message}\nThe opposite was expected.` : message),
});
