import type { NodeValue } from "@tinsmith/smithy";
import type { ContextPath } from "./context-path.js";
import type { EndpointCase } from "./endpoint-cases.js";
import type { EndpointRules } from "./endpoint-rules.js";
import type { RuleParameter } from "./rule-set.js";

/** How the endpoint of a call is found. */
export interface EndpointPlan {
  /** The parsed rules; absent where a client has only the endpoint that it is given. */
  readonly rules: EndpointRules | undefined;
  /** The rules as the model writes them, for interpreters that take these forms. */
  readonly source: {
    /** `smithy.rules#endpointRuleSet` */
    readonly ruleSet: NodeValue | undefined;
    /** `smithy.rules#endpointBdd` */
    readonly bdd: NodeValue | undefined;
  };
  /** The parameters of the rules; of a service without rules, the endpoint alone. */
  readonly parameters: readonly EndpointParameterPlan[];
  readonly clientContextParams: readonly ClientContextParamPlan[];
  /** `smithy.rules#endpointTests` */
  readonly tests: readonly EndpointCase[];
  /**
   * What follows the first label of a path in hosts that hold it: `{label}` stands for a part between
   * two dots, `{partition}` for a domain of AWS. Empty for most services; S3 has some.
   */
  readonly virtualHosts: readonly string[];
}

/** A parameter of the endpoint rules. */
export interface EndpointParameterPlan extends RuleParameter {
  /** The option of the client that sets it; absent where operations do. */
  readonly source: EndpointOption | undefined;
}

/** An option of a client that sets a parameter: one that all clients have, or one of the service. */
export interface EndpointOption {
  readonly type: "builtInParams" | "clientContextParams";
  readonly name: string;
}

/** `smithy.rules#clientContextParams`: an option of the service's clients. */
export interface ClientContextParamPlan {
  /** The parameter: `ForcePathStyle`. */
  readonly name: string;
  /** The option: `forcePathStyle`. */
  readonly option: string;
  readonly type: "boolean" | "string" | "stringArray";
  readonly documentation: string | undefined;
}

/** A parameter of the endpoint rules that an operation sets. */
export type OperationEndpointParameter =
  /** By a member of its input: `smithy.rules#contextParam`. */
  | {
      readonly type: "contextParams";
      readonly parameter: string;
      readonly member: string;
    }
  /** By a fixed value: `smithy.rules#staticContextParams`. */
  | {
      readonly type: "staticContextParams";
      readonly parameter: string;
      readonly value: NodeValue;
    }
  /** By what a path finds in its input: `smithy.rules#operationContextParams`. */
  | {
      readonly type: "operationContextParams";
      readonly parameter: string;
      /** JMESPath, as the model writes it. */
      readonly expression: string;
      /** The parsed path; absent where it uses more of JMESPath than clients understand. */
      readonly path: ContextPath | undefined;
    };
