// A program as a user of packages with problematic names would write it. `hard-names.test.ts`
// generates the packages, and then type-checks and bundles the program.
/* oxlint-disable unicorn/no-thenable -- members of a model can have this name */
import assert from "node:assert/strict";
import * as names from "@example/names-client";
import { validateParams } from "@example/names-client/params";
import { operationNames } from "@example/names-client/plugins";
import { createStubs, stubData } from "@example/names-client/stubs";
import * as mock from "@example/names-mock-server";
import * as jsonSchemas from "@example/names-types/json-schema";
import * as validators from "@example/names-types/validators";

/** A value for every member, equal to the name of the member. */
const values: names.EchoInput = {
  constructor: "constructor / of a path",
  ["__proto__"]: "__proto__",
  toString: "toString",
  valueOf: "valueOf",
  hasOwnProperty: "hasOwnProperty",
  isPrototypeOf: "isPrototypeOf",
  toLocaleString: "toLocaleString",
  toJSON: "toJSON",
  then: "then",
  catch: "catch",
  finally: "finally",
  prototype: "prototype",
  name: "name",
  length: 7,
  default: "default",
  class: "class",
  function: "function",
  delete: "delete",
  new: "new",
  this: "this",
  super: "super",
  null: "null",
  true: "true",
  undefined: "undefined",
  NaN: Number.NaN,
  await: "await",
  yield: "yield",
  async: "async",
  let: "let",
  static: "static",
  enum: "enum",
  import: "import",
  export: "export",
  typeof: "typeof",
  eval: "eval",
  arguments: "arguments",
  input: "input",
  output: "output",
  body: "body",
  headers: "headers",
  request: "request",
  response: "response",
  first: "first",
  keys: { ["__proto__"]: "a", constructor: "b", "1st": "c", toString: "d" },
  words: [names.Word.constructor, names.Word.__proto__, names.Word.default, names.Word.toString],
  numbers: [names.Int.NaN, names.Int.valueOf],
  either: { ["__proto__"]: "chosen" },
  shapes: {
    b: { message: "no error", stack: "none" },
    d: { at: new Date("2026-11-01T05:00:00Z") },
    f: { bytes: new Uint8Array([0, 255]) },
    h: { constructor: "c", prototype: "p" },
    i: { length: 3 },
    n: { value: "neither true nor false" },
    aq: { Echo: "echo" },
  },
};

const handlers: mock.NamesHandlers = {
  Echo: (input) => input,
  Throw: ({ code }) => {
    const message = `It was ${code}.`;
    if (code === "TypeError") {
      const data = { message, _name: "n", stack: "s", cause: "c", code: "d", constructor: "e" };
      throw new mock._TypeError({ ...data, toString: "f" });
    }
    if (code === "ServiceException") throw new mock.ServiceException({ message, then: "t" });
    if (code === "Exception") throw new mock.Exception({ message, Message: message });
    throw new mock.NamesServiceException({ message });
  },
  Pages: ({ then = "0" }) => {
    const page = Number(then);
    const output = { items: [`of page ${page}`] };
    return Object.assign(Object.create(null), output, page < 2 && { constructor: `${page + 1}` });
  },
  Send: ({ then }) => ({ constructor: `sent ${then}` }),
  Destroy: (input) => ({ input: Object.hasOwn(input, "constructor") ? "something" : "nothing" }),
  Then: () => ({ then: "not a promise" }),
};

const options = {
  endpoint: "https://names.example",
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDNAMES", secretAccessKey: "secret" },
  maxAttempts: 1,
};

/** Runs a check with a client and a server, and closes them. */
const withNames = (check: (client: names.Names) => Promise<void>) => async () => {
  const server = await mock.createMockServer({ handlers }).listen();
  const client = new names.Names({ ...options, endpoint: server.url });
  try {
    await check(client);
  } finally {
    client.destroy();
    await server.close();
  }
};

/** Returns the error with which a promise rejects. */
const caught = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => assert.fail("No error was thrown."),
    (error: unknown) => error,
  );

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "returns members of every name unchanged": withNames(async (client) => {
    const { $metadata, ...answer } = await client.echo(values);
    assert.equal($metadata.httpStatusCode, 200);
    assert.deepEqual(answer, values);
    assert.equal(Object.getPrototypeOf(answer), Object.prototype);
    assert.ok(Object.hasOwn(answer, "__proto__"));
    assert.deepEqual(Object.keys(answer.keys ?? {}).sort(), Object.keys(values.keys ?? {}).sort());
  }),

  "omits unset members, even if every object inherits a property of the name": withNames(
    async (client) => {
      const input: names.EchoInput = Object.assign(Object.create(null), { constructor: "c" });
      const { $metadata: _first, ...answer } = await client.echo(input);
      assert.deepEqual({ ...answer }, { constructor: "c" });
      // Repeats the call with an object that has a prototype.
      const plain: names.EchoInput = Object.assign(JSON.parse("{}"), { constructor: "d" });
      const { $metadata: _second, ...second } = await client.echo(plain);
      assert.deepEqual({ ...second }, { constructor: "d" });
    },
  ),

  "has a method for each operation, next to those of every client": withNames(async (client) => {
    assert.equal((await client.send_({ then: "it" })).constructor, "sent it");
    assert.equal((await client.send(new names.SendCommand({ then: "it" }))).constructor, "sent it");
    assert.equal((await client.destroy_()).input, "nothing");
    assert.equal((await client.then_()).then, "not a promise");
    for (const call of [
      () => client.delete(),
      () => client.config_(),
      () => client.middlewareStack_(),
      () => client.plugins(),
      () => client.on(),
      () => client.listen(),
      () => client.close(),
      () => client.constructor_(),
      () => client.get_Thing(),
      () => client.getThing(),
    ]) {
      assert.equal((await call()).$metadata.httpStatusCode, 200);
    }
    assert.equal(operationNames.length, 17);
  }),

  "throws errors as their classes, with members of every name": withNames(async (client) => {
    const thrown = await caught(client.throw({ code: "TypeError" }));
    assert.ok(thrown instanceof names._TypeError);
    assert.ok(thrown instanceof names.NamesBaseException);
    assert.ok(!(thrown instanceof TypeError));
    assert.equal(thrown.name, "TypeError");
    const { _name, message, stack, cause, code, constructor, toString } = thrown;
    assert.deepEqual(
      { _name, message, stack, cause, code, constructor, toString },
      {
        _name: "n",
        message: "It was TypeError.",
        stack: "s",
        cause: "c",
        code: "d",
        constructor: "e",
        toString: "f",
      },
    );
    const service = await caught(client.throw({ code: "ServiceException" }));
    assert.ok(service instanceof names.ServiceException && service.then === "t");
    assert.equal(service.$fault, "server");
    assert.ok((await caught(client.throw({ code: "Exception" }))) instanceof names.Exception);
    const named = await caught(client.throw({ code: "?" }));
    assert.ok(named instanceof names.NamesServiceException);
  }),

  "constructs errors without the properties that every object inherits": async () => {
    const error = new names._TypeError(
      Object.assign(Object.create(null), { message: "m", $metadata: {} }),
    );
    assert.ok(!Object.hasOwn(error, "constructor") || error.constructor === undefined);
    const plain: ConstructorParameters<typeof names._TypeError>[0] = JSON.parse(
      '{ "message": "m", "$metadata": {} }',
    );
    assert.notEqual(typeof new names._TypeError(plain).toString, "string");
  },

  "has names for paginators and waiters next to those of the operations": withNames(
    async (client) => {
      const items: string[] = [];
      for await (const page of names.paginatePages({ client }, {}))
        items.push(...(page.items ?? []));
      assert.deepEqual(items, ["of page 0", "of page 1", "of page 2"]);
      const wait = { client, maxWaitTime: 5 };
      assert.equal((await names.waitUntilThen(wait, {})).state, "SUCCESS");
      assert.equal((await names.waitUntilPagesExist(wait, {})).state, "SUCCESS");
    },
  ),

  "returns data of every name from stubs": async () => {
    const client = new names.Names({
      ...options,
      plugins: [createStubs({ Echo: stubData("Echo", values), Then: { then: "stubbed" } })],
    });
    const { $metadata: _, ...answer } = await client.echo(values);
    assert.deepEqual({ ...answer, body: answer.body }, { ...stubData("Echo", values) });
    assert.equal((await client.then_()).then, "stubbed");
  },

  "validates parameters of every name": async () => {
    const client = new names.Names({ ...options, plugins: [createStubs(), validateParams()] });
    assert.equal((await client.echo(values)).$metadata.httpStatusCode, 200);
    const wrong: names.EchoInput = JSON.parse(
      '{ "__proto__": 1, "toString": 2, "words": [3], "shapes": { "b": { "stack": 4 } } }',
    );
    const error = await caught(client.echo(wrong));
    assert.match(String(error), /missing required value at constructor/);
    assert.match(String(error), /expected __proto__ to be a string/);
    assert.match(String(error), /expected toString to be a string/);
    assert.match(String(error), /missing required value at shapes\.b\.message/);
    const good = await validators.EchoInput["~standard"].validate(values);
    assert.ok(!("issues" in good) || good.issues === undefined);
    const bad = await validators.EchoInput["~standard"].validate(wrong);
    const paths = (bad.issues ?? []).map(({ path = [] }) => path.join("."));
    assert.deepEqual(paths.sort(), [
      "__proto__",
      "constructor",
      "shapes.b.message",
      "shapes.b.stack",
      "toString",
      "words.0",
    ]);
  },

  "has JSON Schemas with every name": async () => {
    const { $defs }: { $defs: { EchoInput: { properties: object } } } = JSON.parse(
      JSON.stringify(jsonSchemas.EchoInput),
    );
    const { properties } = $defs.EchoInput;
    assert.ok(Object.hasOwn(properties, "constructor"));
    assert.ok(Object.hasOwn(properties, "__proto__"));
  },
};
