/** Thrown if the server cannot start to listen. The message states the reason and the remedy. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  /** The error code of the operating system, for example `EADDRINUSE`. */
  readonly code: string | undefined;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(explain(host, port, cause), { cause });
    this.code = cause.code;
  }
}

function explain(host: string, port: number, cause: NodeJS.ErrnoException): string {
  switch (cause.code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is in use. Stop the process that listens there, or choose another port (0 chooses an unused one).`;
    case "EACCES":
      return `Port ${port} of ${host} is not allowed. Choose a port of 1024 or above (0 chooses an unused one).`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is not an address of this machine. 127.0.0.1 reaches this machine only, 0.0.0.0 every network.`;
    default:
      return `Cannot listen on ${host}:${port}: ${cause.message}.`;
  }
}
