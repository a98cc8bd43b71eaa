import { shapeName } from "../../../model/shape-id.js";
import {
  awsQueryCompatibleTrait,
  awsQueryErrorTrait,
  awsQueryTrait,
  ec2QueryTrait,
  trait,
} from "../../../traits/index.js";
import { danger } from "../../event.js";
import { groupBy } from "../../group-by.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";

const ambiguous = danger(
  "QueryErrorCode",
  (args: { code: string; shapes: readonly string[] }) =>
    `Multiple error shapes with the error code \`${args.code}\` found: [${args.shapes.join(", ")}]. This error code ambiguity will result in the wrong error shape being deserialized when running the query protocol. This pain will be carried forward when migrating to a new protocol when using the awsQueryCompatible trait.`,
);

const protocols = [awsQueryTrait.id, awsQueryCompatibleTrait.id, ec2QueryTrait.id] as const;

/** In the query protocols, an error is identified by its code alone. */
export const queryErrorCode: Rule = {
  name: "QueryErrorCode",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      if (!protocols.some((id) => service.traits.has(id))) continue;
      const errors = new Set([
        ...service.errors,
        ...services.operationsOf(service).flatMap((operation) => operation.errors),
      ]);
      const codeOf = (id: string): string => {
        const shape = model.getShape(id);
        return trait(shape, awsQueryErrorTrait)?.code ?? shapeName(id);
      };
      for (const [code, group] of groupBy(errors, codeOf)) {
        if (group.length < 2) continue;
        yield ambiguous({ code, shapes: [...group].sort() }, at(service));
      }
    }
  },
};
