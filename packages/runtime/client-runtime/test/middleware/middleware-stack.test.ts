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

/** The same is done to a stack and to the library's. */
function beside(change: (target: AnyStack) => unknown) {
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

function placed(target: AnyStack) {
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

describe("a stack orders its middleware as the library's does", () => {
  const changes: Record<string, (target: AnyStack) => unknown> = {
    "by step, priority and neighbours": () => {},
    "when names are removed": (target) => [target.remove("b"), target.remove("none")],
    "when tags are removed": (target) => [target.removeByTag("u"), target.removeByTag("none")],
    "when one overrides another": (target) =>
      target.add(layer(), { name: "other", aliases: ["c"], step: "build", override: true }),
    "when a neighbour overrides another": (target) =>
      target.addRelativeTo(layer(), {
        name: "after",
        relation: "after",
        toMiddleware: "build",
        override: true,
      }),
    "when a name is taken": (target) => target.add(layer(), { name: "n", aliases: ["build"] }),
    "when one in another place is to be overridden": (target) =>
      target.add(layer(), { name: "build", step: "serialize", override: true }),
    "when a neighbour in another place is to be overridden": (target) =>
      target.addRelativeTo(layer(), {
        name: "after",
        relation: "before",
        toMiddleware: "build",
        override: true,
      }),
    "when it is a plugin of another": (target) => {
      const other = constructStack<object, MetadataBearer>();
      other.addRelativeTo(layer(), { relation: "after", toMiddleware: "last", name: "other" });
      other.add(layer(), { name: "plugin" });
      target.use(other);
    },
  };

  it.each(Object.entries(changes))("%s", (_, change) => {
    const { ours, theirs, results } = beside((target) => {
      placed(target);
      return change(target);
    });
    expect(results[0]).toEqual(results[1]);
    expect(ours.identify()).toEqual(theirs.identify());
    expect(ours.clone().identify()).toEqual(theirs.clone().identify());
    expect(ours.concat(stack()).identify()).toEqual(ours.identify());
  });

  it("and says so where a neighbour is not there", () => {
    const { results } = beside((target) => {
      target.addRelativeTo(layer(), { name: "n", relation: "after", toMiddleware: "gone" });
      expect(target.identify()).toEqual([]);
      return target.resolve(async () => ({ response: undefined }), {});
    });
    expect(results[0]).toMatch(/gone is not found when adding .*n.* middleware after/);
    expect(results[1]).toMatch("gone is not found when adding n middleware after gone");
  });
});

describe("a stack", () => {
  it("runs its middleware from the outside to the inside", async () => {
    const seen: string[] = [];
    const noting =
      (name: string) =>
      <Args, Result>(next: (args: Args) => Result) =>
      (args: Args): Result => {
        seen.push(name);
        return next(args);
      };
    const target = stack();
    target.add(noting("inner"), { step: "deserialize" });
    target.add(noting("outer"));
    const handler = target.resolve(async () => ({ response: "r", output: { $metadata: {} } }), {});
    expect(await handler({ input: {} })).toMatchObject({ response: "r" });
    expect(seen).toEqual(["outer", "inner"]);
  });

  it("removes a middleware itself", () => {
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

  it("hands on whether it is to be printed", () => {
    const target = stack();
    expect(target.identifyOnResolve()).toBe(false);
    target.identifyOnResolve(true);
    const copies = [target.clone(), target.concat(stack()), stack().concat(target)];
    expect(copies.map((copy) => copy.identifyOnResolve())).toEqual([true, true, true]);
  });
});

describe("the order of a call's middleware", () => {
  it("is that in which the stack would run it, innermost first", () => {
    const [first, second, third, own] = [layer(), layer(), layer(), layer()];
    const client = stack();
    client.add(second, { step: "initialize", name: "second" });
    client.addRelativeTo(third, { relation: "after", toMiddleware: "second" });
    client.add(first, { step: "initialize", priority: "high" });
    const command = stack();
    command.add(own, { step: "initialize", priority: "low" });
    expect(orderMiddleware(client, command)).toEqual([own, third, second, first]);
  });

  it("is kept while nothing changes, and found anew after every kind of change", () => {
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

  it("leaves out of account what a command adds for itself only", () => {
    const client = stack();
    const command = stack();
    command.add(layer());
    expect(orderMiddleware(client, command)).toHaveLength(1);
    expect(orderMiddleware(client, stack())).toHaveLength(0);
  });

  it("is right for a stack of the library", () => {
    const client = constructStack<object, MetadataBearer>();
    orderMiddleware(client, stack());
    client.add(layer());
    expect(orderMiddleware(client, stack())).toHaveLength(1);
  });
});
