import { compareAnswers } from "./compare.js";
import type { Difference } from "./compare.js";
import { ownAnswer } from "./own-answer.js";
import type { Answer, Question } from "./question.js";
import type { Reference } from "./reference/reference.js";

/** A question with the answers of both sides. */
export interface Compared {
  readonly question: Question;
  readonly ours: Answer;
  readonly theirs: Answer;
  readonly differences: readonly Difference[];
}

/** The maximum number of questions that wait for the reference. */
const ahead = 64;

/** Asks both sides the same questions. The reference works ahead. */
export async function* compareAll(
  questions: Iterable<Question>,
  reference: Reference,
): AsyncGenerator<Compared> {
  const waiting: { question: Question; answer: Promise<Answer> }[] = [];
  const next = async (): Promise<Compared> => {
    const [{ question, answer }] = waiting.splice(0, 1) as [(typeof waiting)[0]];
    const ours = ownAnswer(question);
    const theirs = await answer;
    return { question, ours, theirs, differences: compareAnswers(ours, theirs) };
  };
  for (const question of questions) {
    waiting.push({ question, answer: reference.ask(question) });
    if (waiting.length >= ahead) yield await next();
  }
  while (waiting.length > 0) yield await next();
}
