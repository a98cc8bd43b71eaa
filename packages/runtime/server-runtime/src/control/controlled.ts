import type { ServiceFaults } from "../mock/faults/service-fault.js";
import type { ServiceDescription } from "../service/operations.js";
import type { ControlOptions } from "./control-options.js";

/** The service that the control API controls. */
export interface Controlled extends ServiceDescription {
  readonly control?: ControlOptions | false;
  readonly serviceFaults?: ServiceFaults;
}
