import type { Rule, RuleExpression, RuleOutcome, RuleProperty } from "@tinsmith/service";

function namesOfRule({ conditions, outcome }: Rule): readonly string[] {
  return [...conditions.flatMap(({ test }) => namesOf(test)), ...namesOfOutcome(outcome)];
}

/** Returns the names that the outcome of a rule refers to. */
export function namesOfOutcome(outcome: RuleOutcome): readonly string[] {
  switch (outcome.kind) {
    case "tree":
      return outcome.rules.flatMap(namesOfRule);
    case "error":
      return namesOf(outcome.message);
    case "endpoint": {
      const { url, properties, headers } = outcome.endpoint;
      return [
        ...namesOf(url),
        ...Object.values(properties).flatMap(namesOfProperty),
        ...Object.values(headers).flat().flatMap(namesOf),
      ];
    }
  }
}

function namesOf(expression: RuleExpression): readonly string[] {
  switch (expression.kind) {
    case "template":
      return namesOfTemplate(expression.text);
    case "reference":
      return [expression.name];
    case "list":
      return expression.items.flatMap(namesOf);
    case "call":
      return expression.args.flatMap(namesOf);
    case "literal":
      return [];
  }
}

/** Returns the names in the placeholders of a template. */
export function namesOfTemplate(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}#]+)(?:#[^{}]*)?\}/g)].flatMap(([, name]) => name ?? []);
}

function namesOfProperty(property: RuleProperty): readonly string[] {
  switch (property.kind) {
    case "list":
      return property.items.flatMap(namesOfProperty);
    case "record":
      return Object.values(property.properties).flatMap(namesOfProperty);
    case "null":
      return [];
    default:
      return namesOf(property);
  }
}
