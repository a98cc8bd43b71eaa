import type { MemberShape, Model, OperationShape } from "../../model/model.js";
import { structureMembers } from "../../model/members.js";
import { stringsOf } from "../../model/node-value.js";
import { shapeName } from "../../model/shape-id.js";
import { hasTrait, paginatedTrait } from "../../traits/index.js";
import { type Configuration, type Finding, type Linter } from "./linter.js";
import { camelCaseWords } from "./words.js";

const why =
  "Paginating operations that can return potentially unbounded lists of data helps to maintain a predictable SLA and helps to prevent operational issues in the future.";

const required = `requires that the operation is marked with the \`paginated\` trait. ${why}`;

const inputs = "maxresults maxitems pagesize limit nexttoken pagetoken token marker";
const outputs =
  "nexttoken pagetoken token marker nextpage nextpagetoken position nextmarker paginationtoken nextpagemarker";

/** Reports operations that look as if they returned pages but do not say how. */
export const missingPaginatedTrait: Linter = {
  name: "MissingPaginatedTrait",
  create(configuration) {
    const words = (key: string, defaults: string) => setting(configuration, key, defaults);
    const mustVerbs = words("verbsRequirePagination", "list search");
    const shouldVerbs = words("verbsSuggestPagination", "describe get");
    const mustInputs = words("inputMembersRequirePagination", inputs);
    const mustOutputs = words("outputMembersRequirePagination", outputs);
    return function* emit({ model }): Iterable<Finding> {
      for (const operation of model.shapesOfType("operation")) {
        if (hasTrait(operation, paginatedTrait)) continue;
        const verb = camelCaseWords(shapeName(operation.id))[0]?.toLowerCase() ?? "";
        const input = find(model, operation.input, mustInputs);
        const output = find(model, operation.output, mustOutputs);
        if (mustVerbs.has(verb)) {
          yield must(operation, `The verb of this operation, \`${verb}\`, ${required}`);
        } else if (input !== undefined) {
          yield must(
            operation,
            `This operation contains an input member, \`${input.name}\`, that ${required}`,
          );
        } else if (output !== undefined) {
          yield must(
            operation,
            `This operation contains an output member, \`${output.name}\`, that ${required}`,
          );
        } else if (shouldVerbs.has(verb) && returnsList(model, operation)) {
          yield {
            severity: "WARNING",
            message: `The verb of this operation, \`${verb}\`, and the presence of a top-level list member in its output, suggests that the operation should have the \`paginated\` trait. ${why}`,
            shape: operation,
          };
        }
      }
    };
  },
};

const must = (shape: OperationShape, message: string): Finding => ({
  severity: "DANGER",
  message,
  shape,
});

function setting(configuration: Configuration, key: string, defaults: string): ReadonlySet<string> {
  const value = configuration[key];
  const words = value === undefined ? defaults.split(" ") : stringsOf(value);
  return new Set(words.map((word) => word.toLowerCase()));
}

const find = (model: Model, id: string, names: ReadonlySet<string>): MemberShape | undefined =>
  structureMembers(model, id).find(({ name }) => names.has(name.toLowerCase()));

const returnsList = (model: Model, { output }: OperationShape): boolean =>
  structureMembers(model, output).some(({ target }) => model.getShape(target)?.type === "list");
