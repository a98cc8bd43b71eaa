import { hashOfText, inHashOrder } from "../../../diagnostics/hash-order.js";
import { isNodeObject } from "../../../model/node-value.js";
import { endpointRuleSetTrait, endpointTestsTrait, trait } from "../../../traits/index.js";
import { danger, error } from "../../event.js";
import { at, atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { parametersOf } from "./rule-set.js";

/**
 * The built-in values, which clients provide.
 * Smithy: https://smithy.io/2.0/aws/rules-engine/built-ins.html
 */
const builtIns: ReadonlySet<string> = new Set([
  "SDK::Endpoint",
  "AWS::Region",
  "AWS::UseDualStack",
  "AWS::UseFIPS",
  "AWS::Auth::AccountId",
  "AWS::Auth::AccountIdEndpointMode",
  "AWS::Auth::CredentialScope",
  "AWS::S3::Accelerate",
  "AWS::S3::DisableMultiRegionAccessPoints",
  "AWS::S3::ForcePathStyle",
  "AWS::S3::UseArnRegion",
  "AWS::S3::UseGlobalEndpoint",
  "AWS::S3Control::UseArnRegion",
  "AWS::STS::UseGlobalEndpoint",
]);

/** Built-in values that make an endpoint depend on the caller. */
const delicate: ReadonlySet<string> = new Set([
  "AWS::Auth::AccountId",
  "AWS::Auth::AccountIdEndpointMode",
  "AWS::Auth::CredentialScope",
]);

const messages = {
  unknown: (place: string) =>
    error(
      `RuleSetBuiltIn.${place}`,
      (args: { name: string }) =>
        `The \`${args.name}\` built-in used is not registered, valid built-ins: ${inHashOrder(builtIns, hashOfText).join(", ")}`,
    ),
  delicate: (name: string) =>
    danger(
      `RuleSetAwsBuiltIn.${name}`,
      () =>
        `The \`${name}\` built-in used requires additional consideration of the rules that use it.`,
    ),
} as const;

/** Endpoint rules and their tests use only known built-in values. */
export const ruleSetBuiltIns: Rule = {
  name: "RuleSetBuiltIn",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      for (const [parameter, { builtIn }] of parametersOf(service)) {
        if (builtIn === undefined) continue;
        const place = atTrait(service, endpointRuleSetTrait, "parameters", parameter);
        if (!builtIns.has(builtIn)) {
          yield messages.unknown("RuleSet")({ name: builtIn }, place);
        } else if (delicate.has(builtIn)) {
          yield messages.delicate(builtIn)(undefined, place);
        }
      }
      const { testCases } = trait(service, endpointTestsTrait) ?? {};
      if (testCases === undefined) continue;
      for (const [index, test] of testCases.entries()) {
        for (const [position, input] of (test.operationInputs ?? []).entries()) {
          const params = input.builtInParams;
          for (const name of Object.keys(isNodeObject(params) ? params : {})) {
            if (builtIns.has(name)) continue;
            const suffix = `TestCase.${index}.Inputs.${position}`;
            yield messages.unknown(suffix)({ name }, at(service));
          }
        }
      }
    }
  },
};
