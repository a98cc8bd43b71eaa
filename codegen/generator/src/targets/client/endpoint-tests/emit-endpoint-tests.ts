import { builtInOptions, optionName } from "@tinsmith/service";
import type {
  EndpointCall,
  EndpointCase,
  EndpointExpectation,
  ServicePlan,
} from "@tinsmith/service";
import { code, join, symbol } from "../../../code/code.js";
import type { Code } from "../../../code/code.js";
import { literal, propertyKey } from "../../../code/literal.js";
import { membersCode } from "../../protocol-tests/value-code.js";
import { runtime as testRuntime } from "../../protocol-tests/runtime-symbols.js";
import { runtime } from "../runtime-symbols.js";

const { describe, it } = testRuntime;
const expect = symbol("expect", "vitest");
const resolver = symbol("resolveEndpoint", "../../src/generated/endpoint-resolver.js");

/** Reports whether any case tests a call. */
export function hasCalls(cases: readonly EndpointCase[]): boolean {
  return cases.some(({ calls }) => calls.length > 0);
}

/**
 * Emits the model's tests of its endpoint rules: the results of the rules, and the targets of
 * calls.
 */
export function emitEndpointTests(plan: ServicePlan, cases: readonly EndpointCase[]): Code {
  return code`
    ${describe}("the endpoint rules", () => {
      ${join(cases.map(emitRulesTest), "\n\n")}
    });
    ${
      hasCalls(cases) &&
      code`

        ${describe}("the endpoint of a call", () => {
          ${join(
            cases.flatMap((test) => test.calls.map((call) => emitCallTest(plan, test, call))),
            "\n\n",
          )}
        });
      `
    }
  `;
}

function emitRulesTest({ title, params, expected }: EndpointCase): Code {
  const found = code`${resolver}(${literal(params)})`;
  return code`
    ${it}(${literal(`pass the case: ${title}`)}, () => {
      ${
        "error" in expected
          ? code`${expect}(() => ${found}).toThrow(${errorCode(expected.error)});`
          : code`${expect}(${found}).toEqual({
              url: new URL(${literal(expected.url)}),
              headers: ${literal(expected.headers)},
              properties: ${literal(expected.properties)},
            });`
      }
    });
  `;
}

function emitCallTest(
  plan: ServicePlan,
  { title, expected }: EndpointCase,
  call: EndpointCall,
): Code {
  const operation = plan.operations.find(({ name }) => name === call.operation);
  if (operation === undefined)
    throw new Error(
      `The endpoint tests call ${call.operation}, which is not an operation of the service.`,
    );
  const index = "../../src/generated/index.js";
  const shape =
    operation.input.kind === "structure" ? plan.shapesById.get(operation.input.id) : undefined;
  const members = shape?.kind === "structure" ? shape.members : [];
  const input = membersCode(plan, call.input, members, "input");
  const given = input.isTyped ? input.code : code`${testRuntime.untyped}(${input.code})`;
  return code`
    ${it}(${literal(`matches the case: ${title}, ${call.operation}`)}, async () => {
      const request = ${testRuntime.requestOf}((config) =>
        new ${symbol(plan.names.client, index)}({ ${join([code`...config`, ...options(call)], ", ")} }).send(
          new ${symbol(operation.names.command, index)}(${given}),
        ),
      );
      ${emitCallExpectation(expected)}
    });
  `;
}

function emitCallExpectation(expected: EndpointExpectation): Code {
  if ("error" in expected)
    return code`await ${expect}(request).rejects.toThrow(${errorCode(expected.error)});`;
  const { protocol, hostname, port, pathname } = new URL(expected.url);
  const path = pathname === "/" ? undefined : pathname;
  const headers = Object.entries(expected.headers).map(
    ([name, values]) =>
      code`${propertyKey(name.toLowerCase())}: ${literal(Array.isArray(values) ? values.join(", ") : values)}`,
  );
  return code`
    await ${expect}(request).resolves.toMatchObject({
      protocol: ${literal(protocol)},
      hostname: ${literal(hostname)},
      ${port !== "" && code`port: ${literal(Number(port))},`}
      ${path !== undefined && code`path: ${expect}.stringMatching(${literal(`^${escaped(path)}`)}),`}
      ${headers.length > 0 && code`headers: { ${join(headers, ", ")} },`}
    });
  `;
}

/**
 * Emits the options of the client. The account id is emitted as a part of the credentials, because
 * it is not a separate option.
 */
function options({ builtIns, clientOptions }: EndpointCall): readonly Code[] {
  const settings = Object.entries(builtIns).map(([name, value]) => {
    const option = builtInOptions[name];
    if (option === undefined)
      throw new Error(`The endpoint tests set the unknown built-in parameter ${name}.`);
    return option === "accountId"
      ? code`credentials: { ...config.credentials, accountId: ${literal(value)} }`
      : code`${propertyKey(option)}: ${literal(value)}`;
  });
  const parameters = Object.entries(clientOptions).map(
    ([name, value]) => code`${propertyKey(optionName(name))}: ${literal(value)}`,
  );
  return [...settings, ...parameters];
}

function errorCode(message: string): Code {
  return code`new ${runtime("EndpointError")}(${literal(message)})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
