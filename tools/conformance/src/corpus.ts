/** A property that must hold. */
export interface Case {
  readonly name: string;
  /** Throws, or rejects, with the reason if the property does not hold. */
  readonly run: () => void | Promise<void>;
}

/** A group of cases with a common score. */
export interface Corpus {
  readonly name: string;
  /** A short description of the condition for a case to pass. */
  readonly judged: string;
  /** The cases, in a fixed order. `root` is the folder of all corpora. */
  readonly cases: (root: string) => readonly Case[];
}

export interface Failure {
  readonly name: string;
  readonly reason: string;
}

export interface Score {
  readonly corpus: string;
  readonly judged: string;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly Failure[];
}

/** Runs every case of a corpus. A case that throws has failed; the remaining cases still run. */
export async function score(corpus: Corpus, root: string): Promise<Score> {
  const failures: Failure[] = [];
  const cases = corpus.cases(root);
  for (const one of cases) {
    try {
      await one.run();
    } catch (error) {
      failures.push({
        name: one.name,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return {
    corpus: corpus.name,
    judged: corpus.judged,
    passed: cases.length - failures.length,
    total: cases.length,
    failures,
  };
}
