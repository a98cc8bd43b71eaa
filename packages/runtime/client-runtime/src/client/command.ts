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
import { abortError } from "../http/abort.js";
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

/** What a command needs of the configuration of the client that sends it. */
export interface CommandConfig {
  readonly logger?: Logger;
  readonly requestHandler: HttpHandler;
}

/** One call of an operation: its input, and middleware of its own. */
export interface CommandInstance<
  Input extends ClientInput,
  Output extends ClientOutput,
  Config,
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
> {
  readonly input: Input;
  /** Middleware of this call only; it stands with the client's. */
  readonly middlewareStack: MiddlewareStack<Input, Output>;
  readonly schema?: StaticOperationSchema;
  /** Makes the handler that runs the call through the middleware of both stacks. */
  resolveMiddleware(
    stack: MiddlewareStack<ClientInput, ClientOutput>,
    configuration: Config,
    options?: RequestOptions,
  ): Handler<Input, Output>;
}

/** The class of one operation's commands. */
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
  /** Where the parameters of the endpoint rules come from. */
  getEndpointParameterInstructions(): EndpointParameterInstructions;
}

/** Makes the base class of an operation's commands. */
export type CommandFactory<
  Config,
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
> = <Input extends ClientInput, Output extends ClientOutput>(
  operation: OperationDefinition,
) => CommandClass<Input, Output, Config, ClientInput, ClientOutput>;

/** The base of all commands. */
export abstract class Command<Input extends object, Output extends MetadataBearer> {
  /** Middleware of this call only; it stands with the client's. */
  readonly middlewareStack: MiddlewareStack<Input, Output> = createStack();
}

const asItIs: MaskSensitive = (_schema, value) => value;

/**
 * Makes the factory of a service's commands.
 *
 * A command's handler is put together for each call, since each call has a context of its own. The order of the
 * middleware, which is the costly part, is worked out once for as long as the stacks stay as they are.
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
    const { maskSensitive = asItIs } = settings;
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
        // Only an input whose members are all optional may be left out.
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
          // Not every handler looks at the signal, and none needs to be asked in vain.
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
        // The outermost handler answers with what the protocol read by the operation's output schema.
        return handler as unknown as Handler<Input, Output>;
      }
    };
  };
