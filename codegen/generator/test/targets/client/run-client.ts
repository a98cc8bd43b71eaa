import type { Model } from "@tinsmith/smithy";
import { generateClient, generateTypes, packages } from "./generate-client.js";
import { withModules } from "./run-generated.js";

/** The response of a stubbed service: a body, or a status and a body. */
export interface Answer {
  readonly statusCode?: number;
  readonly body: object;
}

/** A request that the stubbed service received. */
export interface Asked {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly length: number;
}

/**
 * Generates a client and calls a function with a folder of its modules. The modules can import the
 * types.
 */
export async function withClient<Result>(
  model: Model,
  use: (importModule: (path: string) => Promise<Record<string, unknown>>) => Promise<Result>,
): Promise<Result> {
  const client = Object.entries(await generateClient(model)).map(([path, text]) => {
    const up = "../".repeat(path.split("/").length - 1) || "./";
    const types = new RegExp(`"${packages.types}(?:/(\\w+))?"`, "g");
    return [
      path,
      text.replaceAll(types, (_, entry = "index") => JSON.stringify(`${up}types/${entry}.js`)),
    ] as const;
  });
  const types = Object.entries(await generateTypes(model)).map(
    ([path, text]) => [`types/${path}`, text] as const,
  );
  return withModules(Object.fromEntries([...client, ...types]), use);
}

/** Creates a request handler that responds in awsJson and records the requests. */
export function stubService(
  answer: (asked: Asked, number: number) => Answer | object | Promise<Answer | object>,
) {
  const asked: Asked[] = [];
  const handle = async (request: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  }) => {
    const body = textOf(request.body);
    const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
    const one = { operation, input: JSON.parse(body), length: Buffer.byteLength(body) };
    asked.push(one);
    const given = await answer(one, asked.length - 1);
    const { statusCode = 200, body: content } = isAnswer(given) ? given : { body: given };
    return {
      response: {
        statusCode,
        headers: {},
        body: new TextEncoder().encode(JSON.stringify(content)),
      },
    };
  };
  return { asked, handler: { handle } };
}

const isAnswer = (given: Answer | object): given is Answer => "body" in given;

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
