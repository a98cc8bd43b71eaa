import { constructStack } from "@smithy/core/client";
import type { MetadataBearer } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { orderMiddleware, watchStack } from "../src/middleware-order.js";
import type { Layer } from "../src/middleware-order.js";

const stack = () => constructStack<object, MetadataBearer>();
const layer: () => Layer = () => (next) => next;

describe("the order of middleware", () => {
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
    watchStack(client);
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
    watchStack(client);
    const command = stack();
    command.add(layer());
    expect(orderMiddleware(client, command)).toHaveLength(1);
    expect(orderMiddleware(client, stack())).toHaveLength(0);
  });

  it("is right for a stack that is not watched", () => {
    const client = stack();
    orderMiddleware(client, stack());
    client.add(layer());
    expect(orderMiddleware(client, stack())).toHaveLength(1);
  });
});
