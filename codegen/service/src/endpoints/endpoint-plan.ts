import type { NodeValue } from "@tinsmith/smithy";
import type { ContextPath } from "./context-path.js";
import type { EndpointCase } from "./endpoint-cases.js";
import type { EndpointRules } from "./endpoint-rules.js";
import type { RuleParameter } from "./rule-set.js";

/** The resolution of a call's endpoint. */
export interface EndpointPlan {
  /** The parsed rules; absent if clients have no endpoint other than a configured one. */
  readonly rules: EndpointRules | undefined;
  /** The rules as written in the model, for interpreters of Smithy's two forms of rules. */
  readonly source: {
    /** `smithy.rules#endpointRuleSet` */
    readonly ruleSet: NodeValue | undefined;
    /** `smithy.rules#endpointBdd` */
    readonly bdd: NodeValue | undefined;
  };
  /** The parameters of the rules; for a service without rules, only the endpoint. */
  readonly parameters: readonly EndpointParameterPlan[];
  readonly clientContextParams: readonly ClientContextParamPlan[];
  /** `smithy.rules#endpointTests` */
  readonly tests: readonly EndpointCase[];
  /**
   * The suffixes of hosts that begin with the first label of the path. For example, hosts of S3
   * begin with the bucket. `{label}` stands for a part between two dots, `{partition}` for a domain
   * of AWS. Empty for most services.
   */
  readonly virtualHosts: readonly string[];
}

/** A parameter of the endpoint rules. */
export interface EndpointParameterPlan extends RuleParameter {
  /** The client option that sets it; absent if operations set it. */
  readonly source: EndpointOption | undefined;
}

/**
 * A client option that sets a parameter. It belongs to all clients, or only to those of the
 * service.
 */
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
  /** A parameter that a member of the input sets: `smithy.rules#contextParam`. */
  | {
      readonly type: "contextParams";
      readonly parameter: string;
      readonly member: string;
    }
  /** A parameter with a fixed value: `smithy.rules#staticContextParams`. */
  | {
      readonly type: "staticContextParams";
      readonly parameter: string;
      readonly value: NodeValue;
    }
  /**
   * A parameter that the values at a path in the input set: `smithy.rules#operationContextParams`.
   */
  | {
      readonly type: "operationContextParams";
      readonly parameter: string;
      /** JMESPath, as written in the model. */
      readonly expression: string;
      /** The parsed path; absent if it uses parts of JMESPath that clients do not support. */
      readonly path: ContextPath | undefined;
    };
