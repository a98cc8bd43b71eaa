import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  EndpointParameterInstructions,
  Handler,
  HandlerExecutionContext,
  Logger,
  MetadataBearer,
  MiddlewareStack,
  OptionalParameter,
  StaticOperationSchema,
} from "@smithy/types";
import { abortError, checkSignal } from "../http/abort.js";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import { isRecord } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";
import { describeOperation } from "./call-operation.js";
import type { HttpHandler, RequestOptions } from "../http/http-handler.js";
import { requireHttpRequest } from "../http/http-request.js";
import type { MaskSensitive } from "../logging/mask-sensitive.js";
import { createStack, orderMiddleware } from "../middleware/middleware-stack.js";
import type { CallHandler } from "../middleware/middleware-stack.js";
import type { OperationDefinition } from "./operation-definition.js";
import type { CommandSettings } from "./service-description.js";

/** The part of the client's configuration that a command uses. */
export interface CommandConfig {
  readonly logger?: Logger;
  readonly requestHandler: HttpHandler;
}

/** One call of an operation: its input and its middleware. */
export interface CommandInstance<
  Input extends ClientInput,
  Output extends ClientOutput,
  Config,
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
> {
  readonly input: Input;
  /** Middleware for this call only. It is merged with the client's. */
  readonly middlewareStack: MiddlewareStack<Input, Output>;
  readonly schema?: StaticOperationSchema;
  /** Creates the handler that runs the call through the middleware of both stacks. */
  resolveMiddleware(
    stack: MiddlewareStack<ClientInput, ClientOutput>,
    configuration: Config,
    options?: RequestOptions,
  ): Handler<Input, Output>;
  /** An alias of `resolveMiddleware`, for code that expects commands of `@smithy/smithy-client`. */
  resolveMiddlewareWithContext(
    stack: MiddlewareStack<ClientInput, ClientOutput>,
    configuration: Config,
    options?: RequestOptions,
  ): Handler<Input, Output>;
}

/** The command class of an operation. */
export interface CommandClass<
  Input extends ClientInput,
  Output extends ClientOutput,
  Config,
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
> {
  new (
    ...[input]: OptionalParameter<Input>
  ): CommandInstance<Input, Output, Config, ClientInput, ClientOutput>;
  /** Returns the sources of the endpoint rules' parameters. */
  getEndpointParameterInstructions(): EndpointParameterInstructions;
}

/** Creates the base class of an operation's commands. */
export type CommandFactory<
  Config,
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
> = <Input extends ClientInput, Output extends ClientOutput>(
  operation: OperationDefinition,
) => CommandClass<Input, Output, Config, ClientInput, ClientOutput>;

/** The base class of all commands. */
export abstract class Command<Input extends object, Output extends MetadataBearer> {
  /** Middleware for this call only. It is merged with the client's. */
  readonly middlewareStack: MiddlewareStack<Input, Output> = createStack();
}

const unmasked: MaskSensitive = (_schema, value) => value;

/**
 * Creates the command factory of a service.
 *
 * Each call has its own context, so each call builds its own handler. Ordering the middleware is
 * the expensive part; the order is cached until a stack changes.
 */
export const commandFactory =
  <Config extends CommandConfig, ClientInput extends object, ClientOutput extends MetadataBearer>(
    settings: CommandSettings,
  ): CommandFactory<Config, ClientInput, ClientOutput> =>
  <Input extends ClientInput, Output extends ClientOutput>(definition: OperationDefinition) => {
    const operation = describeOperation(settings, definition);
    const { schema } = definition;
    const name = nameOf(schema);
    const inputSchema = inputOf(schema);
    const outputSchema = outputOf(schema);
    const { maskSensitive = unmasked } = settings;
    const inputFilterSensitiveLog = (input: unknown) => maskSensitive(inputSchema, input);
    const outputFilterSensitiveLog = (output: unknown) => maskSensitive(outputSchema, output);

    return class extends Command<Input, Output> {
      readonly input: Input;
      readonly schema = schema;

      static getEndpointParameterInstructions(): EndpointParameterInstructions {
        return operation.endpointParameters;
      }

      constructor(...[input]: OptionalParameter<Input>) {
        super();
        // Only an input without required members may be omitted.
        this.input = input ?? ({} as Input);
        if (!isRecord(this.input)) {
          throw wrongArgument(`The input of ${name} must be an object`, input);
        }
      }

      resolveMiddleware(
        stack: MiddlewareStack<ClientInput, ClientOutput>,
        configuration: Config,
        options: RequestOptions = {},
      ): Handler<Input, Output> {
        const { logger, requestHandler } = configuration;
        const { metricsRecorder, ...handlerOptions } = options;
        const { abortSignal } = handlerOptions;
        checkSignal(abortSignal);
        const context: HandlerExecutionContext = {
          clientName: settings.clientName,
          commandName: `${name}Command`,
          inputFilterSensitiveLog,
          outputFilterSensitiveLog,
          [SMITHY_CONTEXT_KEY]: {
            service: settings.service,
            operation: name,
            operationSchema: schema,
            operationErrors: operation.description.errors,
            commandInstance: this,
          },
        };
        if (logger) context.logger = logger;
        const smithyContext = context[SMITHY_CONTEXT_KEY];
        if (smithyContext && metricsRecorder) smithyContext.metricsRecorder = metricsRecorder;
        if (smithyContext && abortSignal) smithyContext.abortSignal = abortSignal;
        if (stack.identifyOnResolve()) console.log(stack.concat(this.middlewareStack).identify());
        let handler: CallHandler = async ({ request }) => {
          // Some handlers ignore the signal, and an aborted call must not reach any.
          if (abortSignal?.aborted) throw abortError();
          const { response } = await requestHandler.handle(
            requireHttpRequest(request),
            handlerOptions,
          );
          return { response, output: { $metadata: {} } };
        };
        for (const layer of orderMiddleware(stack, this.middlewareStack)) {
          handler = layer(handler, context);
        }
        // The outermost handler returns what the protocol read with the operation's output schema.
        return handler as unknown as Handler<Input, Output>;
      }

      resolveMiddlewareWithContext(
        stack: MiddlewareStack<ClientInput, ClientOutput>,
        configuration: Config,
        options?: RequestOptions,
      ): Handler<Input, Output> {
        return this.resolveMiddleware(stack, configuration, options);
      }
    };
  };
