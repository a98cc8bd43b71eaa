import { hasTrait, idempotentTrait, readonlyTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { isOperation, lifecycleOperation } from "../identifier-bindings.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

interface Lifecycle {
  readonly name: string;
  readonly operation: string;
}

const invalid = ({ name, operation }: Lifecycle) =>
  `The \`${name}\` lifecycle operation of this resource targets an invalid operation, \`${operation}\`.`;

const messages = {
  readonly: error(
    "ResourceLifecycle",
    (args: Lifecycle) =>
      `${invalid(args)} The targeted operation must be marked with the readonly trait.`,
  ),
  notReadonly: error(
    "ResourceLifecycle",
    (args: Lifecycle) =>
      `${invalid(args)} The targeted operation must not be marked with the readonly trait.`,
  ),
  idempotent: error(
    "ResourceLifecycle",
    (args: Lifecycle) => `${invalid(args)} The targeted operation must be marked as idempotent.`,
  ),
} as const;

/**
 * The traits that each lifecycle operation requires: `readonly` or not, and whether `idempotent`.
 */
const expectations = [
  ["create", { readonly: false, idempotent: false }],
  ["put", { readonly: false, idempotent: true }],
  ["read", { readonly: true, idempotent: false }],
  ["update", { readonly: false, idempotent: false }],
  ["delete", { readonly: false, idempotent: true }],
  ["list", { readonly: true, idempotent: false }],
] as const;

/** Lifecycle operations have the traits that their kind requires. */
export const resourceLifecycle: Rule = {
  name: "ResourceLifecycle",
  *check({ model }) {
    for (const resource of model.shapesOfType("resource")) {
      for (const [name, expected] of expectations) {
        for (const id of lifecycleOperation(resource, name)) {
          const operation = model.getShape(id);
          if (!isOperation(operation)) continue;
          const isReadonly = hasTrait(operation, readonlyTrait);
          const args = { name, operation: id };
          if (expected.readonly && !isReadonly) yield messages.readonly(args, at(resource));
          if (!expected.readonly && isReadonly) yield messages.notReadonly(args, at(resource));
          if (expected.idempotent && !hasTrait(operation, idempotentTrait)) {
            yield messages.idempotent(args, at(resource));
          }
        }
      }
    }
  },
};
