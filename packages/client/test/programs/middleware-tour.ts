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

/** Adds a header to each request, like plugins of observability tools. */
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

const listNames = (stack: MiddlewareStack<ServiceInputTypes, ServiceOutputTypes>): string[] =>
  stack.identify().filter((line) => !/^(?:\w*[uU]serAgent|invocation)/.test(line));

/** Uses all features of a middleware stack and returns a log. */
export async function tour(config: MarketplaceMeteringClientConfig): Promise<unknown[]> {
  const client = new MarketplaceMeteringClient(config);
  const log: unknown[] = [];
  const before = listNames(client.middlewareStack);

  client.middlewareStack.use(stamp("first"));
  client.middlewareStack.use(stamp("second"));
  client.middlewareStack.add(
    (next, context) => async (args) => {
      log.push(["initialize", context.clientName, context.commandName, Object.keys(args.input)]);
      return next(args);
    },
    { name: "logger", step: "initialize", priority: "low" },
  );
  const early: SerializeMiddleware<ServiceInputTypes, ServiceOutputTypes> =
    (next) => async (args) => {
      log.push(["before the serializer", HttpRequest.isInstance(args.request)]);
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
      log.push([
        "after the serializer",
        HttpRequest.isInstance(request) && request.headers["x-amz-target"],
      ]);
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
      log.push(["retries end", result.output.$metadata.httpStatusCode]);
      return result;
    };
  client.middlewareStack.addRelativeTo(aroundRetries, {
    name: "aroundRetries",
    relation: "before",
    toMiddleware: "retryMiddleware",
  });
  log.push(listNames(client.middlewareStack).filter((line) => !before.includes(line)));

  const output = await client.send(new ResolveCustomerCommand({ RegistrationToken: "t" }));
  log.push(output.ProductCode);

  // A clone is independent of the original stack.
  const clone = client.middlewareStack.clone();
  log.push(clone.remove("logger"), clone.remove("logger"));
  log.push(listNames(clone).length - listNames(client.middlewareStack).length);
  log.push(client.middlewareStack.removeByTag("STAMP"));
  log.push(client.middlewareStack.remove("early"), client.middlewareStack.remove("missing"));
  const command = new MeterUsageCommand({
    ProductCode: "p",
    Timestamp: new Date("2026-11-01T05:00:00Z"),
    UsageDimension: "users",
    ClientToken: "token",
  });
  command.middlewareStack.add(
    (next) => async (args) => {
      log.push(["the command's middleware", args.input.UsageDimension]);
      return next({ ...args, input: { ...args.input, UsageQuantity: 2 } });
    },
    { step: "initialize", priority: "high", name: "ownMiddleware" },
  );
  log.push((await client.send(command)).MeteringRecordId);
  try {
    client.middlewareStack.add((next) => next, { name: "late", step: "build" });
  } catch (error) {
    log.push(error instanceof Error ? error.constructor.name : error);
  }
  try {
    client.middlewareStack.addRelativeTo(late, {
      name: "lost",
      relation: "after",
      toMiddleware: "missingMiddleware",
    });
    await client.send(command);
  } catch (error) {
    log.push(error instanceof Error ? /missingMiddleware is not found/.test(error.message) : error);
  }
  client.destroy();
  return log;
}
