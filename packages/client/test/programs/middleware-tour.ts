import {
  MarketplaceMeteringClient,
  MeterUsageCommand,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import type {
  MarketplaceMeteringClientConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "@aws-sdk/client-marketplace-metering";
import { HttpRequest } from "@smithy/core/protocols";
import type {
  FinalizeRequestMiddleware,
  MiddlewareStack,
  Pluggable,
  SerializeMiddleware,
} from "@smithy/types";

/** Adds a header to whatever is sent, as plugins of observability tools do. */
const stamp = (value: string): Pluggable<ServiceInputTypes, ServiceOutputTypes> => ({
  applyToStack: (stack) => {
    stack.add(
      (next) => async (args) => {
        if (HttpRequest.isInstance(args.request)) args.request.headers["x-stamp"] = value;
        return next(args);
      },
      { step: "build", name: "stampMiddleware", tags: ["STAMP", "HEADERS"], override: true },
    );
  },
});

const namesOf = (stack: MiddlewareStack<ServiceInputTypes, ServiceOutputTypes>): string[] =>
  stack.identify().filter((line) => !/^(?:\w*[uU]serAgent|invocation)/.test(line));

/** Goes through all that a middleware stack can do, and tells what happened. */
export async function tour(config: MarketplaceMeteringClientConfig): Promise<unknown[]> {
  const client = new MarketplaceMeteringClient(config);
  const told: unknown[] = [];
  const before = namesOf(client.middlewareStack);

  client.middlewareStack.use(stamp("first"));
  client.middlewareStack.use(stamp("second"));
  client.middlewareStack.add(
    (next, context) => async (args) => {
      told.push(["initialize", context.clientName, context.commandName, Object.keys(args.input)]);
      return next(args);
    },
    { name: "teller", step: "initialize", priority: "low" },
  );
  const early: SerializeMiddleware<ServiceInputTypes, ServiceOutputTypes> =
    (next) => async (args) => {
      told.push(["before the serializer", HttpRequest.isInstance(args.request)]);
      return next(args);
    };
  client.middlewareStack.addRelativeTo(early, {
    name: "early",
    relation: "before",
    toMiddleware: "serializerMiddleware",
  });
  const late: SerializeMiddleware<ServiceInputTypes, ServiceOutputTypes> =
    (next) => async (args) => {
      const { request } = args;
      told.push(["after it", HttpRequest.isInstance(request) && request.headers["x-amz-target"]]);
      return next(args);
    };
  client.middlewareStack.addRelativeTo(late, {
    name: "late",
    relation: "after",
    toMiddleware: "serializerMiddleware",
  });
  const aroundRetries: FinalizeRequestMiddleware<ServiceInputTypes, ServiceOutputTypes> =
    (next) => async (args) => {
      const result = await next(args);
      told.push(["retries end", result.output.$metadata.httpStatusCode]);
      return result;
    };
  client.middlewareStack.addRelativeTo(aroundRetries, {
    name: "aroundRetries",
    relation: "before",
    toMiddleware: "retryMiddleware",
  });
  told.push(namesOf(client.middlewareStack).filter((line) => !before.includes(line)));

  const output = await client.send(new ResolveCustomerCommand({ RegistrationToken: "t" }));
  told.push(output.ProductCode);

  // A clone is a stack of its own.
  const clone = client.middlewareStack.clone();
  told.push(clone.remove("teller"), clone.remove("teller"));
  told.push(namesOf(clone).length - namesOf(client.middlewareStack).length);
  told.push(client.middlewareStack.removeByTag("STAMP"));
  told.push(client.middlewareStack.remove("early"), client.middlewareStack.remove("nobody"));
  const command = new MeterUsageCommand({
    ProductCode: "p",
    Timestamp: new Date("2026-11-01T05:00:00Z"),
    UsageDimension: "users",
    ClientToken: "token",
  });
  command.middlewareStack.add(
    (next) => async (args) => {
      told.push(["the command's own", args.input.UsageDimension]);
      return next({ ...args, input: { ...args.input, UsageQuantity: 2 } });
    },
    { step: "initialize", priority: "high", name: "ownMiddleware" },
  );
  told.push((await client.send(command)).MeteringRecordId);
  try {
    client.middlewareStack.add((next) => next, { name: "late", step: "build" });
  } catch (error) {
    told.push(error instanceof Error ? error.constructor.name : error);
  }
  try {
    client.middlewareStack.addRelativeTo(late, {
      name: "lost",
      relation: "after",
      toMiddleware: "thereIsNone",
    });
    await client.send(command);
  } catch (error) {
    told.push(error instanceof Error ? /thereIsNone is not found/.test(error.message) : error);
  }
  client.destroy();
  return told;
}
