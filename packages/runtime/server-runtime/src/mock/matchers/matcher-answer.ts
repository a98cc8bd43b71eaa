/** What a matcher of `expect.extend` answers, in vitest and jest alike. */
export interface MatcherAnswer {
  readonly pass: boolean;
  /** Shown where the expectation, or its opposite (`.not`), is not met. */
  readonly message: () => string;
}

/** The answer of a matcher, made of what a verification found. */
export const answerOf = ({
  ok,
  message,
}: {
  readonly ok: boolean;
  readonly message: string;
}): MatcherAnswer => ({
  pass: ok,
  message: () => (ok ? `${message}\nThe opposite was expected.` : message),
});
