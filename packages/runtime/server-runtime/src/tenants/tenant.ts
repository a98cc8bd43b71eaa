import type { OperationDescription } from "@tinsmith/protocols";

import { inputOf, nameOf } from "@tinsmith/schema";
import type { ControllableClock } from "../clock/clock.js";
import type { ControlledTenant } from "../control/control-route.js";
import { Coverage } from "../coverage/coverage.js";
import type { Exchange } from "../exchange.js";
import type { Answer } from "../faults/broken-connection.js";
import type { FaultSettings } from "../faults/fault-plan.js";
import { Faults } from "../faults/faults.js";
import type { InputOf, OutputOf } from "../handler.js";
import { JournalEntry } from "../journal/journal-entry.js";
import { Journal, type JournalOptions } from "../journal/journal.js";
import { checkPartial } from "../matching/check-partial.js";
import type { DeepPartial } from "../matching/deep-partial.js";
import type { ServiceDescription } from "../operations.js";
import type { Script } from "../replay/replayer.js";
import type { Override } from "../overrides/override.js";
import { Overrides } from "../overrides/overrides.js";
import {
  type Expectation,
  type Verification,
  VerificationError,
  verifyReceived,
} from "../verification/verify.js";
import type { Behaviour, BehaviourScope } from "./behaviour.js";
import { type Boundary, createBoundary } from "./boundary.js";

/** What a tenant is made of. */
export interface TenantSetup<Handlers extends object> extends BehaviourScope {
  readonly service: ServiceDescription;
  readonly faults: FaultSettings;
  readonly journal?: JournalOptions | undefined;
  readonly behaviour?: ((scope: BehaviourScope) => Behaviour<Handlers>) | undefined;
}

/**
 * One of those who share a server, by the access key of their requests: with a state, clock, orders,
 * faults, journal and coverage of their own.
 */
export class Tenant<Handlers extends object = object> implements ControlledTenant {
  /** The access key, or `default`. */
  readonly name: string;
  readonly clock: ControllableClock;
  /** The last requests. */
  readonly journal: Journal;
  /** What goes wrong on purpose. */
  readonly faults: Faults;
  /** What of the model was exercised so far. */
  readonly coverage: Coverage;
  /** The orders that `on` gave. */
  readonly overrides = new Overrides();
  readonly behaviour: Behaviour<Handlers> | undefined;
  /** What answers in the place of everything else, where recorded calls are replayed. */
  script: Script | undefined;
  readonly #operations: readonly OperationDescription[];
  readonly #service: string;

  constructor(setup: TenantSetup<Handlers>) {
    const { name, clock, service } = setup;
    this.name = name;
    this.clock = clock;
    this.journal = new Journal(setup.journal);
    this.faults = new Faults(setup.faults, clock);
    this.coverage = new Coverage(service.operations, service.constraints ?? {});
    this.behaviour = setup.behaviour?.({ name, clock });
    this.#operations = service.operations;
    this.#service = service.service.name;
  }

  /**
   * Gives orders for an operation while the server runs.
   *
   * @param partialInput - only requests whose input has all of this are meant
   * @throws TypeError where the service has no such operation, or its input no such member
   */
  on<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
  ): Override<InputOf<Handlers, Operation>, OutputOf<Handlers, Operation>> {
    return this.order(operation, partialInput);
  }

  /** The same for an operation that is known by name only. @throws TypeError where there is none */
  order<Input, Output>(operation: string, partialInput?: unknown): Override<Input, Output> {
    this.#require(operation, partialInput);
    return this.overrides.add(operation, partialInput);
  }

  /**
   * Makes sure that an operation was called, with an input that has all of the given one.
   *
   * @returns the requests
   * @throws VerificationError that says which requests came nearest
   */
  verify<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
    expectation?: Expectation,
  ): readonly JournalEntry[] {
    const { ok, message, matched } = this.checkReceived(operation, partialInput, expectation);
    if (!ok) throw new VerificationError(message);
    return matched;
  }

  /**
   * The same as a value: whether it is so, and why not.
   *
   * @throws TypeError where the service has no such operation, or its input no such member
   */
  checkReceived(
    operation: string,
    partialInput?: unknown,
    expectation?: Expectation,
  ): Verification {
    this.#require(operation, partialInput);
    return verifyReceived(this.journal, operation, partialInput, expectation);
  }

  /** The whole state as JSON, as `seed` takes it; `undefined` where the service keeps none. */
  dump(): unknown {
    const state = this.behaviour?.dump?.();
    return state === undefined ? undefined : structuredClone(state);
  }

  /**
   * Begins again with another state; orders, faults and journal are gone, the clock stays.
   *
   * @throws TypeError where the state is not valid, or the service keeps none
   */
  seed(state: unknown): void {
    const { behaviour } = this;
    if (!behaviour?.seed) throw new TypeError(`${this.#service} keeps no state here.`);
    behaviour.seed(state);
    this.#clear();
  }

  /** Begins again: with the state of the beginning, without orders, faults and journal. The clock stays. */
  reset(): void {
    this.behaviour?.reset?.();
    this.#clear();
  }

  /**
   * Waits until what was asked for in process is written where the state is kept, and brings here what
   * other servers of the same state have written. In memory there is nothing to wait for.
   */
  async refresh(): Promise<void> {
    await this.behaviour?.refresh?.();
  }

  /** Isolates a test: what it does to this tenant is undone at the end of the boundary. */
  boundary(): Boundary {
    return createBoundary([
      checkpointOf(this.behaviour),
      checkpointOf(this.script),
      this.clock.checkpoint(),
      this.overrides.checkpoint(),
      this.faults.checkpoint(),
      this.journal.checkpoint(),
    ]);
  }

  /** Writes down an exchange and what it was answered. */
  record(exchange: Exchange, answer: Answer): void {
    this.coverage.record(exchange, answer.statusCode);
    this.journal.add(
      (sequence) => new JournalEntry(sequence, exchange, answer, this.clock.now().getTime()),
    );
  }

  #clear(): void {
    this.script?.reset?.();
    this.overrides.clear();
    this.faults.clear();
    this.journal.clear();
  }

  #require(name: string, partialInput: unknown): void {
    const operation = this.#operations.find(({ schema }) => nameOf(schema) === name);
    if (operation) {
      checkPartial(`The input of ${name}`, inputOf(operation.schema), partialInput);
      return;
    }
    const names = this.#operations.map(({ schema }) => nameOf(schema));
    throw new TypeError(`${this.#service} has no operation ${name}. It has ${names.join(", ")}.`);
  }
}

const checkpointOf = (behaviour: Behaviour<object> | undefined): (() => void) => {
  if (behaviour?.checkpoint) return behaviour.checkpoint();
  const state = behaviour?.dump?.();
  return () => {
    if (state !== undefined) behaviour?.seed?.(state);
  };
};
