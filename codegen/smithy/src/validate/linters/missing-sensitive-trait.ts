import type { Model, Shape } from "../../model/model.js";
import { stringsOf } from "../../model/node-value.js";
import { shapeName, shapeNamespace } from "../../model/shape-id.js";
import { hasTrait, sensitiveTrait } from "../../traits/index.js";
import { libraryNamespaces } from "../library-namespaces.js";
import { ConfigurationError } from "./linter.js";
import type { Finding, Linter } from "./linter.js";
import { findTerm } from "./words.js";

/** Words for personal data and for credentials. */
const defaults: readonly string[] = [
  "account number",
  "bank",
  "billing address",
  "birth",
  "birth day",
  "citizenship",
  "credentials",
  "credit card",
  "csc",
  "driver license",
  "drivers license",
  "email",
  "ethnicity",
  "first name",
  "gender",
  "insurance",
  "ip address",
  "last name",
  "maiden name",
  "mailing address",
  "pass phrase",
  "pass word",
  "passport",
  "phone",
  "religion",
  "secret",
  "sexual orientation",
  "social security",
  "ssn",
  "tax payer",
  "telephone",
  "zip code",
];

const never = new Set(["service", "operation", "resource", "member"]);

/** Reports names that suggest sensitive data. */
export const missingSensitiveTrait: Linter = {
  name: "MissingSensitiveTrait",
  create({ terms, excludeDefaults }) {
    const own = stringsOf(terms);
    if (excludeDefaults === true && own.length === 0) {
      throw new ConfigurationError(
        "Cannot set 'excludeDefaults' to true and leave 'terms' unspecified.",
      );
    }
    const all = excludeDefaults === true ? own : [...own, ...defaults];
    return function* emit({ model }): Iterable<Finding> {
      for (const shape of model.shapes.values()) {
        if (libraryNamespaces.has(shapeNamespace(shape.id))) continue;
        const finding =
          shape.type === "member" ? checkMember(model, shape, all) : check(shape, all);
        if (finding !== undefined) yield finding;
      }
    };
  },
};

function check(shape: Shape, terms: readonly string[]): Finding | undefined {
  if (never.has(shape.type) || isSensitive(shape)) return undefined;
  const term = findTerm(shapeName(shape.id), terms);
  return term === undefined
    ? undefined
    : {
        severity: "WARNING",
        message: `This shape possibly contains sensitive data but is not marked with the sensitive trait (based on the presence of '${term}')`,
        shape,
      };
}

function checkMember(
  model: Model,
  member: Shape & { readonly type: "member" },
  terms: readonly string[],
): Finding | undefined {
  const container = model.getShape(member.container);
  if (container?.type === "enum") return undefined;
  const target = model.getShape(member.target);
  if (isSensitive(container) || isSensitive(target)) return undefined;
  const term = findTerm(member.name, terms);
  return term === undefined
    ? undefined
    : {
        severity: "WARNING",
        message: `This member possibly contains sensitive data but neither the enclosing nor target shape are marked with the sensitive trait (based on the presence of '${term}')`,
        shape: member,
      };
}

const isSensitive = (shape: Shape | undefined): boolean => hasTrait(shape, sensitiveTrait);
