import { createSocket } from "node:dgram";
import { vi } from "vitest";

/** A local agent that records the events that it receives. */
export interface Agent {
  readonly port: number;
  readonly events: readonly Record<string, unknown>[];
  readonly sizes: readonly number[];
  /** Waits for a number of events. */
  received(count: number): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Starts an agent on a free port. It receives datagrams over IPv4 or IPv6. */
export async function listen(address = "127.0.0.1"): Promise<Agent> {
  const socket = createSocket(address.includes(":") ? "udp6" : "udp4");
  const events: Record<string, unknown>[] = [];
  const sizes: number[] = [];
  socket.on("message", (message) => {
    sizes.push(message.byteLength);
    events.push(JSON.parse(message.toString()));
  });
  await new Promise<void>((resolve) => socket.bind(0, address, resolve));
  return {
    port: socket.address().port,
    events,
    sizes,
    received: async (count) => {
      await vi.waitFor(() => {
        if (events.length < count) throw new Error(`Only ${events.length} events were received.`);
      });
      return events;
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
