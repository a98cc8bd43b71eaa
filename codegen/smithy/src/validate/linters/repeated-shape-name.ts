import { shapeName } from "../../model/shape-id.js";
import { isOwnShape } from "./linter.js";
import type { Configuration, Finding, Linter } from "./linter.js";

const create = (verb: string, { exactMatch }: Configuration): ReturnType<Linter["create"]> =>
  function* emit({ model }): Iterable<Finding> {
    for (const shape of model.shapes.values()) {
      if (shape.type !== "structure" && shape.type !== "union") continue;
      if (!isOwnShape(shape)) continue;
      const name = shapeName(shape.id);
      for (const member of shape.members.values()) {
        const [inner, outer] = [member.name.toLowerCase(), name.toLowerCase()];
        if (exactMatch === true ? inner !== outer : !inner.startsWith(outer)) continue;
        const should = exactMatch === true ? "equal to" : "prefixed with";
        yield {
          severity: "WARNING",
          message: `The \`${name}\` ${shape.type} shape ${verb} its name in the member \`${member.name}\`; ${shape.type} member names should not be ${should} the ${shape.type} name.`,
          shape: member,
        };
      }
    }
  };

/** Reports members that repeat the name of their shape. */
export const repeatedShapeName: Linter = {
  name: "RepeatedShapeName",
  create: (configuration) => create("repeats", configuration),
};

/** The same linter under its older name. */
export const stutteredShapeName: Linter = {
  name: "StutteredShapeName",
  create: () => create("stutters", {}),
};
