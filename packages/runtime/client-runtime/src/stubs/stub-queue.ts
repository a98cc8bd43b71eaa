import type { OperationDescription } from "@tinsmith/protocols";
import type { StubbedService, StubContext } from "./stub-types.js";
import { defaultAnswer, isErrorClass, toAnswer } from "./write-stub.js";
import type { Answer } from "./write-stub.js";

type Entry = (context: StubContext) => Answer | Promise<Answer>;

/** The stubs of one operation: used up in their order, the last again and again. */
export class StubQueue {
  readonly #entries: readonly Entry[];
  #used = 0;

  /**
   * @param stubs - one or several stubs; default data if empty
   * @throws TypeError where data does not fit the model
   */
  constructor(service: StubbedService, operation: OperationDescription, stubs: unknown) {
    const list: readonly unknown[] = Array.isArray(stubs) ? stubs : [stubs];
    this.#entries =
      list.length === 0
        ? [() => defaultAnswer(service, operation)]
        : list.map((stub) => toEntry(service, operation, stub));
  }

  next(context: StubContext): Answer | Promise<Answer> {
    const entry = this.#entries[Math.min(this.#used, this.#entries.length - 1)];
    this.#used += 1;
    if (entry === undefined) throw new Error("There is no stub left.");
    return entry(context);
  }
}

function toEntry(service: StubbedService, operation: OperationDescription, stub: unknown): Entry {
  if (isAsked(stub)) {
    return async (context) => toAnswer(service, operation, await stub(context));
  }
  // What is wrong with data is said where it is stubbed, not where it is first used.
  const answer = toAnswer(service, operation, stub);
  return () => answer;
}

const isAsked = (stub: unknown): stub is (context: StubContext) => unknown =>
  typeof stub === "function" && !isErrorClass(stub);
