import type { ControllableClock } from "./controllable-clock.js";
import type { Coverage } from "./coverage.js";
import type { Faults } from "./faults/faults.js";
import type { Journal } from "./journal.js";
import type { Override } from "./override.js";
import type { Overrides } from "./overrides.js";
import type { Boundary } from "./boundary.js";

/** The parts of a tenant that the control API uses, independent of its service. */
export interface ControlledTenant {
  readonly name: string;
  readonly clock: ControllableClock;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly coverage: Coverage;
  readonly overrides: Overrides;
  override(operation: string, partialInput?: unknown): Override<unknown, unknown>;
  dump(): unknown;
  seed(state: unknown): void;
  reset(): void;
  refresh(): Promise<void>;
  boundary(): Boundary;
}
