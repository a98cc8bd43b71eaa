import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createInterface } from "node:readline";

/** The mock server of AWS Marketplace Metering in a separate process. */
export class MockServer {
  #process;

  /** Starts the command in `MOCK_SERVER` with additional options. */
  static async start(options = []) {
    const command = process.env.MOCK_SERVER ?? "npx --yes @marketplace-metering/mock-server";
    const [file, ...words] = command.split(" ");
    const child = spawn(file, [...words, "--json", "--quiet", ...options], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    const started = JSON.parse(line);
    if (started.event !== "started") throw new Error(`The mock server did not start: ${line}`);
    const server = new MockServer();
    server.#process = child;
    server.url = started.url;
    server.environment = started.environment;
    return server;
  }

  /** Sends a request. Returns the status of the response, and its head and body as one text. */
  request(method, path, headers = {}, body = "") {
    return new Promise((resolve, reject) => {
      // `fetch` does not send an Origin that a program sets, so this uses a socket.
      const length = body === "" ? {} : { "content-length": Buffer.byteLength(body) };
      const options = { method, headers: { ...headers, ...length } };
      const outgoing = request(this.url + path, options, async (incoming) => {
        let text = Object.entries(incoming.headers)
          .map(([name, value]) => `${name}: ${value}\n`)
          .join("");
        text += "\n";
        for await (const chunk of incoming.setEncoding("utf8")) text += chunk;
        resolve({ status: incoming.statusCode, text });
      });
      outgoing.on("error", reject).end(body);
    });
  }

  /** Sends JSON to the control API and returns its response. */
  async control(method, path, body) {
    const headers = { "content-type": "application/json" };
    const { status, text } = await this.request(
      method,
      `/_mock${path}`,
      headers,
      JSON.stringify(body),
    );
    const answer = text.slice(text.indexOf("\n\n") + 2);
    if (status >= 400) throw new Error(answer);
    return answer === "" ? undefined : JSON.parse(answer);
  }

  async stop() {
    const closed = once(this.#process, "close");
    this.#process.kill("SIGTERM");
    await closed;
  }
}
