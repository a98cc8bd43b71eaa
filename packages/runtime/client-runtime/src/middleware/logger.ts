import { NoOpLogger } from "@smithy/core/client";
import type { InitializeMiddleware, MetadataBearer, Pluggable } from "@smithy/types";

/** Logs each call with input, output and metadata. Sensitive members are masked. */
export const loggerPlugin: Pluggable<object, MetadataBearer> = {
  applyToStack: (stack) =>
    stack.add(loggerMiddleware, {
      name: "loggerMiddleware",
      step: "initialize",
      tags: ["LOGGER"],
      override: true,
    }),
};

const loggerMiddleware: InitializeMiddleware<object, MetadataBearer> = (next, context) => {
  const { clientName, commandName, logger } = context;
  // As in the AWS SDK, a logger may lack methods. Without a logger, the cost of masking is saved.
  if (logger === undefined || logger instanceof NoOpLogger) return next;
  const maskInput: (input: unknown) => unknown = context["inputFilterSensitiveLog"];
  const maskOutput: (output: unknown) => unknown = context["outputFilterSensitiveLog"];
  return async (args) => {
    try {
      const result = await next(args);
      const { $metadata, ...output } = result.output;
      logger.info?.({
        clientName,
        commandName,
        input: maskInput(args.input),
        output: maskOutput(output),
        metadata: $metadata,
      });
      return result;
    } catch (error) {
      logger.error?.({
        clientName,
        commandName,
        input: maskInput(args.input),
        error,
        metadata: error instanceof Error && "$metadata" in error ? error.$metadata : undefined,
      });
      throw error;
    }
  };
};
