import type { MessageCase, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, symbol } from "../../code/code.js";
import type { Code, CodeSymbol, Hole } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import { clientProtocol, preferredProtocol } from "../protocol-symbols.js";
import { clientSettings } from "./client-settings.js";
import type { TestContext } from "./test-context.js";

/** The properties of a case that a call depends on. */
type CallCase = Pick<MessageCase, "protocol" | "vendorParams">;

/**
 * Emits a call by the generated client: `(config) => new Client(config).send(new Command(input))`.
 */
export function clientCall(
  { plan, packages }: TestContext,
  client: string,
  operation: OperationPlan,
  test: CallCase,
  input: Hole,
): Code {
  const config = clientConfig({ plan, packages }, test);
  return code`(config) => new ${symbol(plan.names.client, client)}(${config}).send(
    new ${symbol(operation.names.command, client)}(${input}),
  )`;
}

/**
 * Emits the configuration of the test, with the protocol and settings of the case if they differ.
 */
function clientConfig({ plan }: TestContext, { protocol, vendorParams }: CallCase): Code {
  const isPreferred = protocol === preferredProtocol(plan)?.id;
  const factory = isPreferred ? undefined : protocolOf(plan, protocol);
  const settings = Object.entries(clientSettings(plan, vendorParams));
  if (factory === undefined && settings.length === 0) return code`config`;
  return code`{
    ...config,
    ${settings.map(([name, value]) => code`${name}: ${value === undefined ? "undefined" : literal(value)},`)}
    ${factory && code`protocol: ${factory}(${literal(plan.schema)}),`}
  }`;
}

/** Emits a generated server with one handler. */
export function serverWith(mockServer: string, operation: OperationPlan, handler: Hole): Code {
  return code`${createMockServer(mockServer)}({
    handlers: { ${propertyKey(operation.name)}: ${handler} },
  })`;
}

/** Emits a call that the protocol under test writes without a client. */
export function operationCall(
  plan: ServicePlan,
  mockServer: string,
  operation: OperationPlan,
  { protocol }: CallCase,
  input: Hole,
): Code {
  return code`{
    service: ${symbol("service", mockServer)},
    protocol: ${protocolOf(plan, protocol)},
    operation: ${literal(operation.name)},
    input: ${input},
  }`;
}

function protocolOf(plan: ServicePlan, id: string): CodeSymbol | undefined {
  const protocol = plan.protocols.find((one) => one.id === id);
  return protocol && clientProtocol(protocol);
}

export function createMockServer(mockServer: string): CodeSymbol {
  return symbol("createMockServer", mockServer);
}
