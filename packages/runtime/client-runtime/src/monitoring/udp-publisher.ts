import { createSocket } from "node:dgram";
import type { Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import { aString, checkOptions } from "../errors/option-kinds.js";
import type { MonitoringPublisher } from "./monitoring-events.js";

/** The most bytes of a datagram that agents take. */
const LARGEST_EVENT = 8 * 1024;

/** Where the agent listens. */
export interface UdpPublisherOptions {
  /** A name or an address. Default `127.0.0.1`. */
  readonly host?: string;
  /** Default 31000. */
  readonly port?: number;
}

/**
 * Sends each event as JSON in a datagram. Nobody waits for it, and nothing is told when no agent listens. The socket is
 * opened with the first event and keeps no process alive.
 *
 * @throws RangeError where the port is none
 */
export function udpPublisher(options: UdpPublisherOptions = {}): MonitoringPublisher {
  checkOptions("udpPublisher", options, { host: aString });
  const { host = "127.0.0.1", port = 31_000 } = options;
  checkPort(port);
  let socket: Promise<Socket> | undefined;
  return {
    publish: async (event) => {
      const bytes = Buffer.from(JSON.stringify(event));
      if (bytes.byteLength > LARGEST_EVENT) return;
      socket ??= connect(host, port);
      const connected = await socket.catch(() => undefined);
      // A name that led nowhere may lead somewhere later.
      if (connected === undefined) socket = undefined;
      // With a callback, failures are no events of the socket.
      else connected.send(bytes, () => {});
    },
  };
}

/** @throws RangeError where the port is none */
export function checkPort(port: number): void {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new RangeError(`The port of an agent is a whole number from 1 to 65535, not ${port}.`);
  }
}

/** A name is looked up once, and not for each datagram. */
const connect = (host: string, port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");
    socket.unref();
    // Where nobody listens, the system says so with a later datagram.
    socket.on("error", () => {});
    socket.connect(port, host, (error?: Error) => {
      if (error === undefined) return resolve(socket);
      socket.close();
      reject(error);
    });
  });
