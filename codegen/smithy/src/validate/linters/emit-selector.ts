import { stringOf } from "../../model/node-value.js";
import { traitSpan } from "../../model/trait-origins.js";
import { isOwnShape } from "./linter.js";
import type { Finding, Linter } from "./linter.js";
import { parseTemplate } from "./message-template.js";
import { selectorSetting } from "./selector-setting.js";

/** Reports each shape that a selector yields (Smithy specification, "EmitEachSelector"). */
export const emitEachSelector: Linter = {
  name: "EmitEachSelector",
  create(configuration) {
    const selector = selectorSetting(configuration, "selector");
    const text = stringOf(configuration["messageTemplate"]);
    const template = text === undefined ? undefined : parseTemplate(text);
    const boundTo = absolute(stringOf(configuration["bindToTrait"]));
    return function* emit({ model }): Iterable<Finding> {
      const seen = new Set<unknown>();
      for (const { shape, variables } of selector.matches(model)) {
        if (!isOwnShape(shape)) continue;
        if (boundTo !== undefined && !shape.traits.has(boundTo)) continue;
        // Without a template, a shape that matches again results in the same message.
        if (template === undefined && seen.has(shape)) continue;
        seen.add(shape);
        yield {
          severity: "DANGER",
          message:
            template?.({ kind: "shape", shape, variables }) ??
            `Selector capture matched selector: ${selector.text}`,
          shape,
          span: boundTo === undefined ? undefined : traitSpan(shape, boundTo),
        };
      }
    };
  },
};

/** Reports that a selector yields no shape (Smithy specification, "EmitNoneSelector"). */
export const emitNoneSelector: Linter = {
  name: "EmitNoneSelector",
  create(configuration) {
    const selector = selectorSetting(configuration, "selector");
    return function* emit({ model }): Iterable<Finding> {
      if (selector.select(model).some(isOwnShape)) return;
      yield {
        severity: "DANGER",
        message: `Expected at least one shape to match selector: ${selector.text}`,
      };
    };
  },
};

const absolute = (trait: string | undefined): string | undefined =>
  trait === undefined || trait.includes("#") ? trait : `smithy.api#${trait}`;
