import { createSocket } from "node:dgram";
import type { Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import { aString, checkOptions } from "../errors/option-kinds.js";
import type { MonitoringPublisher } from "./monitoring-events.js";

/** The maximum size in bytes of a datagram that agents accept. */
const MAX_EVENT_SIZE = 8 * 1024;

/** The address of the agent. */
export interface UdpPublisherOptions {
  /** The host name or IP address. Default `127.0.0.1`. */
  readonly host?: string;
  /** The port. Default 31000. */
  readonly port?: number;
}

/**
 * Creates a publisher that sends each event as JSON in a UDP datagram. Nothing is reported if no
 * agent listens. The socket is opened with the first event and does not keep the process alive.
 *
 * @throws RangeError if the port is invalid
 */
export function udpPublisher(options: UdpPublisherOptions = {}): MonitoringPublisher {
  checkOptions("udpPublisher", options, { host: aString });
  const { host = "127.0.0.1", port = 31_000 } = options;
  checkPort(port);
  let socket: Promise<Socket> | undefined;
  return {
    publish: async (event) => {
      const bytes = Buffer.from(JSON.stringify(event));
      if (bytes.byteLength > MAX_EVENT_SIZE) return;
      socket ??= connect(host, port);
      const connected = await socket.catch(() => undefined);
      // A host name that cannot be resolved now may resolve later.
      if (connected === undefined) socket = undefined;
      // With a callback, failures do not emit `error` on the socket.
      else connected.send(bytes, () => {});
    },
  };
}

/** @throws RangeError if the port is invalid */
export function checkPort(port: number): void {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new RangeError(
      `The port of an agent must be an integer from 1 to 65535. Received ${port}.`,
    );
  }
}

/** Connects the socket, so that the host name is resolved once and not for each datagram. */
const connect = (host: string, port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");
    socket.unref();
    // If no agent listens, the system reports an error after a later datagram.
    socket.on("error", () => {});
    socket.connect(port, host, (error?: Error) => {
      if (error === undefined) return resolve(socket);
      socket.close();
      reject(error);
    });
  });
