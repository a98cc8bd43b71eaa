import type { OperationDescription } from "@tinsmith/protocols";
import * as v from "valibot";
import { faultRuleFrom } from "../control/fault-rule-from.js";
import { faultRuleSchema } from "../mock/faults/fault-rule-schema.js";
import type { ActiveFault } from "../mock/faults/fault-rule.js";
import type { Faults } from "../mock/faults/faults.js";
import { readJsonFile } from "../json/json-file.js";

/** The faults of a file, active on a tenant. */
export class FaultsFile {
  readonly path: string;
  readonly #faults: Faults;
  readonly #operations: readonly OperationDescription[];
  #inForce: readonly ActiveFault[] = [];

  constructor(path: string, faults: Faults, operations: readonly OperationDescription[]) {
    this.path = path;
    this.#faults = faults;
    this.#operations = operations;
  }

  /**
   * Activates the faults of the file. They replace the faults that the file contained before.
   * Faults from other sources stay.
   *
   * @returns the number of faults
   * @throws FileError if the file cannot be used; nothing has changed then
   */
  async load(): Promise<number> {
    const file = await readJsonFile("faults", this.path, faultsSchema);
    const added: ActiveFault[] = [];
    for (const [index, described] of file.value.entries()) {
      try {
        added.push(this.#faults.add(faultRuleFrom(described, this.#operations)));
      } catch (error) {
        for (const fault of added) fault.remove();
        if (!(error instanceof TypeError)) throw error;
        throw file.problemAt([index], error.message);
      }
    }
    for (const fault of this.#inForce) fault.remove();
    this.#inForce = added;
    return added.length;
  }
}

const faultsSchema = v.array(faultRuleSchema, "Expected a list of faults.");
