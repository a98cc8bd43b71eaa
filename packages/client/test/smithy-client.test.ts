import { ServiceException } from "@smithy/smithy-client";
import type { Command } from "@smithy/smithy-client";
import type { Client, MetadataBearer } from "@smithy/types";
import { describe, expect, it } from "vitest";
import {
  InvalidProductCodeException,
  MarketplaceMeteringClient,
  MeterUsageCommand,
} from "../src/index.js";
import type { MeterUsageCommandOutput } from "../src/index.js";
import { failure, offline, stubHandler } from "./stub-handler.js";

// These functions use only `@smithy/smithy-client` and its types.

/** Describes an error for a log. */
function describeFailure(error: ServiceException): string {
  return `${error.name} (${error.$fault}, ${error.$metadata.httpStatusCode})`;
}

/** Runs a command through the middleware of a client, like a library that wraps clients. */
async function runCommand<Input extends object, Output extends MetadataBearer, Config>(
  client: Pick<Client<Input, Output, Config>, "middlewareStack" | "config">,
  command: Command<Input, Output, Config, Input, Output>,
): Promise<Output> {
  const { output } = await command.resolveMiddlewareWithContext(
    client.middlewareStack,
    // The declared configuration of the class does not contain the handler.
    client.config as Config & Parameters<typeof command.resolveMiddlewareWithContext>[1],
    {},
    {
      middlewareFn: () => [],
      clientName: "Client",
      commandName: "Command",
      smithyContext: {},
      additionalContext: {},
      inputFilterSensitiveLog: (value: unknown) => value,
      outputFilterSensitiveLog: (value: unknown) => value,
      CommandCtor: command.constructor,
    },
  )(command);
  return output;
}

const input = { ProductCode: "p", Timestamp: new Date(0), UsageDimension: "users" };

describe("code that uses only @smithy/smithy-client", () => {
  it("recognizes an error of a generated client as a ServiceException", async () => {
    const { handler } = stubHandler(failure("InvalidProductCodeException"));
    const client = new MarketplaceMeteringClient({ ...offline, requestHandler: handler });
    const error: unknown = await client
      .send(new MeterUsageCommand(input))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ServiceException);
    expect(error).toBeInstanceOf(InvalidProductCodeException);
    if (!(error instanceof ServiceException)) return;
    expect(describeFailure(error)).toBe("InvalidProductCodeException (client, 400)");
  });

  it("accepts a generated error as a ServiceException", () => {
    const error = new InvalidProductCodeException({ message: "m", $metadata: {} });
    expect(describeFailure(error)).toBe("InvalidProductCodeException (client, undefined)");
  });

  it("accepts a generated command as a Command, and runs it", async () => {
    const { handler } = stubHandler({ body: { MeteringRecordId: "1" } });
    const client = new MarketplaceMeteringClient({ ...offline, requestHandler: handler });
    // oxlint-disable-next-line typescript/no-explicit-any -- as such code is usually written
    const command: Command<any, any, any> = new MeterUsageCommand(input);
    expect(command.input).toEqual(input);
    // oxlint-disable-next-line typescript/no-explicit-any -- as such code is usually written
    const output: MeterUsageCommandOutput = await runCommand<any, any, any>(client, command);
    expect(output.MeteringRecordId).toBe("1");
  });
});
