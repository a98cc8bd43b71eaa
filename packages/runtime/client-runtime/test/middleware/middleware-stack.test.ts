import { constructStack } from "@smithy/core/client";
import type { MetadataBearer, MiddlewareStack } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { createStack, orderMiddleware } from "../../src/middleware/middleware-stack.js";

type AnyStack = MiddlewareStack<object, MetadataBearer>;

const stack = () => createStack<object, MetadataBearer>();
const layer =
  () =>
  <Handler>(next: Handler): Handler =>
    next;

/** Applies a change to a stack of this package and to a stack of `@smithy/core`. */
function compare(change: (target: AnyStack) => unknown) {
  const [ours, theirs] = [stack(), constructStack<object, MetadataBearer>()];
  return { ours, theirs, results: [ours, theirs].map(outcome(change)) };
}

const outcome = (change: (target: AnyStack) => unknown) => (target: AnyStack) => {
  try {
    return change(target);
  } catch (error) {
    return `${error}`.replace(/\.$/, "");
  }
};

function fill(target: AnyStack) {
  target.add(layer(), { name: "low", step: "build", priority: "low" });
  target.add(layer(), { name: "build", aliases: ["b", "c"], step: "build", tags: ["t"] });
  target.addRelativeTo(layer(), { name: "before", relation: "before", toMiddleware: "c" });
  target.addRelativeTo(layer(), { name: "after", relation: "after", toMiddleware: "build" });
  target.addRelativeTo(layer(), { name: "nearer", relation: "after", toMiddleware: "build" });
  target.addRelativeTo(layer(), { name: "near", relation: "before", toMiddleware: "b" });
  target.addRelativeTo(layer(), { name: "further", relation: "before", toMiddleware: "near" });
  target.add(layer(), { step: "deserialize" });
  target.add(layer(), {
    name: "last",
    step: "finalizeRequest",
    priority: "high",
    tags: ["t", "u"],
  });
  target.add(layer());
  target.add(layer(), { name: "first", priority: "high" });
}

describe("createStack, compared with constructStack of @smithy/core", () => {
  const changes: Record<string, (target: AnyStack) => unknown> = {
    "by steps, priorities and neighbors": () => {},
    "after the removal of names": (target) => [target.remove("b"), target.remove("none")],
    "after the removal of tags": (target) => [target.removeByTag("u"), target.removeByTag("none")],
    "after an override": (target) =>
      target.add(layer(), { name: "other", aliases: ["c"], step: "build", override: true }),
    "after an override of a neighbor": (target) =>
      target.addRelativeTo(layer(), {
        name: "after",
        relation: "after",
        toMiddleware: "build",
        override: true,
      }),
    "after a duplicate name": (target) => target.add(layer(), { name: "n", aliases: ["build"] }),
    "after an invalid override in another step": (target) =>
      target.add(layer(), { name: "build", step: "serialize", override: true }),
    "after an invalid override of a neighbor": (target) =>
      target.addRelativeTo(layer(), {
        name: "after",
        relation: "before",
        toMiddleware: "build",
        override: true,
      }),
    "after another stack was used as a plugin": (target) => {
      const other = constructStack<object, MetadataBearer>();
      other.addRelativeTo(layer(), { relation: "after", toMiddleware: "last", name: "other" });
      other.add(layer(), { name: "plugin" });
      target.use(other);
    },
  };

  it.each(Object.entries(changes))("orders middleware in the same way %s", (_, change) => {
    const { ours, theirs, results } = compare((target) => {
      fill(target);
      return change(target);
    });
    expect(results[0]).toEqual(results[1]);
    expect(ours.identify()).toEqual(theirs.identify());
    expect(ours.clone().identify()).toEqual(theirs.clone().identify());
    expect(ours.concat(stack()).identify()).toEqual(ours.identify());
  });

  it("reports a missing neighbor", () => {
    const { results } = compare((target) => {
      target.addRelativeTo(layer(), { name: "n", relation: "after", toMiddleware: "gone" });
      expect(target.identify()).toEqual([]);
      return target.resolve(async () => ({ response: undefined }), {});
    });
    expect(results[0]).toMatch(/gone is not found when adding .*n.* middleware after/);
    expect(results[1]).toMatch("gone is not found when adding n middleware after gone");
  });
});

describe("a stack of createStack", () => {
  it("runs middleware from the outermost to the innermost", async () => {
    const seen: string[] = [];
    const record =
      (name: string) =>
      <Args, Result>(next: (args: Args) => Result) =>
      (args: Args): Result => {
        seen.push(name);
        return next(args);
      };
    const target = stack();
    target.add(record("inner"), { step: "deserialize" });
    target.add(record("outer"));
    const handler = target.resolve(async () => ({ response: "r", output: { $metadata: {} } }), {});
    expect(await handler({ input: {} })).toMatchObject({ response: "r" });
    expect(seen).toEqual(["outer", "inner"]);
  });

  it("removes a middleware by reference", () => {
    const target = stack();
    const own = layer();
    target.add(own);
    expect([target.remove(layer()), target.remove(own), target.remove(own)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(target.identify()).toEqual([]);
  });

  it("copies identifyOnResolve to clones and concatenations", () => {
    const target = stack();
    expect(target.identifyOnResolve()).toBe(false);
    target.identifyOnResolve(true);
    const copies = [target.clone(), target.concat(stack()), stack().concat(target)];
    expect(copies.map((copy) => copy.identifyOnResolve())).toEqual([true, true, true]);
  });
});

describe("orderMiddleware", () => {
  it("returns the middleware of client and command, innermost first", () => {
    const [first, second, third, own] = [layer(), layer(), layer(), layer()];
    const client = stack();
    client.add(second, { step: "initialize", name: "second" });
    client.addRelativeTo(third, { relation: "after", toMiddleware: "second" });
    client.add(first, { step: "initialize", priority: "high" });
    const command = stack();
    command.add(own, { step: "initialize", priority: "low" });
    expect(orderMiddleware(client, command)).toEqual([own, third, second, first]);
  });

  it("caches the order until the stack changes", () => {
    const client = stack();
    const command = stack();
    const named = layer();
    const plugin = {
      applyToStack: (target: typeof client) => target.add(layer(), { tags: ["t"] }),
    };
    const seen = [orderMiddleware(client, command)];
    const changes = [
      () => client.add(named, { name: "named" }),
      () => client.addRelativeTo(layer(), { relation: "before", toMiddleware: "named", name: "r" }),
      () => client.use(plugin),
      () => client.removeByTag("t"),
      () => client.remove("r"),
      () => client.remove(named),
    ];
    for (const change of changes) {
      change();
      expect(orderMiddleware(client, command)).toBe(orderMiddleware(client, command));
      seen.push(orderMiddleware(client, command));
    }
    expect(seen.map(({ length }) => length)).toEqual([0, 1, 2, 3, 2, 1, 0]);
  });

  it("does not apply a command's middleware to other commands", () => {
    const client = stack();
    const command = stack();
    command.add(layer());
    expect(orderMiddleware(client, command)).toHaveLength(1);
    expect(orderMiddleware(client, stack())).toHaveLength(0);
  });

  it("supports a stack of @smithy/core", () => {
    const client = constructStack<object, MetadataBearer>();
    orderMiddleware(client, stack());
    client.add(layer());
    expect(orderMiddleware(client, stack())).toHaveLength(1);
  });
});

describe("a middleware stack", () => {
  const untyped = (value: unknown) => value as never;

  it.each([undefined, null, 5, {}, { applyToStack: "yes" }])("rejects use(%j)", (plugin) => {
    expect(() => stack().use(untyped(plugin))).toThrow(
      /^use\(\) needs applyToStack\(\)\. Received /,
    );
  });

  it.each([undefined, 5, {}, "name"])("rejects add(%j)", (middleware) => {
    const message = /^A middleware must be a function\. Received /;
    expect(() => stack().add(untyped(middleware))).toThrow(message);
    expect(() =>
      stack().addRelativeTo(untyped(middleware), { relation: "after", toMiddleware: "other" }),
    ).toThrow(message);
  });
});
