import type { OperationDescription } from "@tinsmith/protocols";
import type { StubbedService, StubContext } from "./stub-types.js";
import { defaultOutcome, isErrorClass, toOutcome } from "./write-stub.js";
import type { Outcome } from "./write-stub.js";

type Entry = (context: StubContext) => Outcome | Promise<Outcome>;

/** The stubs of an operation, used in order. The last one is repeated. */
export class StubQueue {
  readonly #entries: readonly Entry[];
  #used = 0;

  /**
   * @param stubs - one stub or a list; an empty list means default data
   * @throws TypeError if data does not match the model
   */
  constructor(service: StubbedService, operation: OperationDescription, stubs: unknown) {
    const list: readonly unknown[] = Array.isArray(stubs) ? stubs : [stubs];
    this.#entries =
      list.length === 0
        ? [() => defaultOutcome(service, operation)]
        : list.map((stub) => toEntry(service, operation, stub));
  }

  next(context: StubContext): Outcome | Promise<Outcome> {
    const entry = this.#entries[Math.min(this.#used, this.#entries.length - 1)];
    this.#used += 1;
    if (entry === undefined) throw new Error("The list of stubs is empty.");
    return entry(context);
  }
}

function toEntry(service: StubbedService, operation: OperationDescription, stub: unknown): Entry {
  if (isStubFunction(stub)) {
    return async (context) => toOutcome(service, operation, await stub(context));
  }
  // Checks data at once, so that errors are thrown where the stub is defined.
  const outcome = toOutcome(service, operation, stub);
  return () => outcome;
}

const isStubFunction = (stub: unknown): stub is (context: StubContext) => unknown =>
  typeof stub === "function" && !isErrorClass(stub);
