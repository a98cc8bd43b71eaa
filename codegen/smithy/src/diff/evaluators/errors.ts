import { shapeName } from "../../model/shape-id.js";
import { at } from "../../validate/rule.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { missingFrom } from "../missing-from.js";

const compatibleIf =
  "This is backward-compatible if the error is only encountered as a result of a change in behavior of the client (for example, the client sends a new parameter to an operation).";

/** Warns about errors that an operation newly declares. */
export const addedOperationError: Evaluator = {
  name: "AddedOperationError",
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "operation")) {
      for (const id of missingFrom(before.errors, after.errors)) {
        const text = `The \`${id}\` error was added to the \`${after.id}\` operation. ${compatibleIf}`;
        const span = differences.newModel.getShape(id)?.span ?? after.span;
        const code = `AddedOperationError.${shapeName(id)}`;
        yield event("WARNING", code, text, { shapeId: after.id, span });
      }
    }
  },
};

/** Warns about errors that an operation no longer declares. */
export const removedOperationError: Evaluator = {
  name: "RemovedOperationError",
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "operation")) {
      for (const id of missingFrom(after.errors, before.errors)) {
        const text = `The \`${id}\` error was removed from the \`${after.id}\` operation.`;
        yield event("WARNING", `RemovedOperationError.${shapeName(id)}`, text, at(after));
      }
    }
  },
};

/** Warns about errors that a service newly declares for all its operations. */
export const addedServiceError: Evaluator = {
  name: "AddedServiceError",
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "service")) {
      for (const id of missingFrom(before.errors, after.errors)) {
        const text = `The \`${id}\` error was added to the \`${after.id}\` service, making this error common to all operations within the service. ${compatibleIf}`;
        yield event("WARNING", "AddedServiceError", text, at(after));
      }
    }
  },
};

/** Warns about errors that a service no longer declares. */
export const removedServiceError: Evaluator = {
  name: "RemovedServiceError",
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "service")) {
      for (const id of missingFrom(after.errors, before.errors)) {
        const text = `The \`${id}\` error was removed from the \`${after.id}\` service. This means that it is no longer considered an error common to all operations within the service.`;
        yield event("WARNING", "RemovedServiceError", text, at(after));
      }
    }
  },
};
