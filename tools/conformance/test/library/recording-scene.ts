// Shared by the programs about recording: a mock server of the library service that simulates the
// real service, a server that records it, and a server that replays the recording.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Library } from "@example/library-client";
import * as mock from "@example/library-mock-server";
import type { Recording, RecordOptions } from "@tinsmith/server-runtime/recording";

export const credentials = {
  accessKeyId: "AKIDOFTHECLIENT",
  secretAccessKey: "secret of the client",
  sessionToken: "token-of-the-client",
};

export const clientOf = (endpoint: string): Library =>
  new Library({ endpoint, region: "eu-central-1", credentials, maxAttempts: 1 });

/**
 * Hooks that add an unknown member to responses, and replace an enum value with an unknown value.
 */
const surprise: NonNullable<mock.MockServerOptions["hooks"]> = {
  onResponse: (_exchange, answer) => {
    const text =
      answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : answer.body;
    if (answer.statusCode >= 300 || typeof text !== "string" || !text.startsWith("{")) return;
    const body = { ...JSON.parse(text.replaceAll("GREEN", "MAUVE")), surprise: { of: "any kind" } };
    const { "content-length": _length, ...headers } = answer.headers;
    return { ...answer, headers, body: JSON.stringify(body) };
  },
};

export interface Scene {
  readonly real: mock.MockServer;
  readonly recording: Recording;
  readonly front: mock.MockServer;
  /** A client of the recording server. */
  readonly library: Library;
  /** The folder of the fixtures. */
  readonly fixtures: string;
  /** Returns the content of the fixture files, in order. */
  recorded(): Promise<readonly Record<string, unknown>[]>;
}

/**
 * Runs a check with a recording server between a client and a server that simulates the real
 * service.
 */
export const withRecorder =
  (
    check: (scene: Scene) => Promise<void>,
    options: Partial<RecordOptions> = {},
    ofReal: mock.MockServerOptions = {},
  ) =>
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "recording-"));
    const fixtures = join(folder, "fixtures");
    const real = await mock.createMockServer({ hooks: surprise, ...ofReal }).listen();
    const front = await mock.createMockServer().listen();
    const recording = await front.record({ endpoint: real.url, fixtures, ...options });
    const library = clientOf(front.url);
    const recorded = async () => {
      const names = (await readdir(fixtures)).sort();
      const texts = names.map((name) => readFile(join(fixtures, name), "utf8"));
      return (await Promise.all(texts)).map((text): Record<string, unknown> => JSON.parse(text));
    };
    try {
      await check({ real, recording, front, library, fixtures, recorded });
      await recording.stop();
    } finally {
      library.destroy();
      await front.close();
      await real.close();
      await rm(folder, { recursive: true });
    }
  };

/** Runs a check with a replaying server. */
export async function withReplay(
  options: Parameters<mock.MockServer["replay"]>[0],
  run: (library: Library, server: mock.MockServer, replay: Recording) => Promise<void>,
): Promise<void> {
  const server = await mock.createMockServer().listen();
  const replay = await server.replay(options);
  const library = clientOf(server.url);
  try {
    await run(library, server, replay);
  } finally {
    library.destroy();
    await server.close();
  }
}

export const isbn = "9783161484100";

/**
 * Makes calls of every kind and returns the results, including errors. Data that differs for each
 * call is omitted.
 */
export async function story(library: Library): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  const tell = async (call: Promise<{ $metadata: unknown }>): Promise<void> => {
    told.push(
      await call.then(
        ({ $metadata: _metadata, ...output }) => output,
        ({ name, message, hint }) => ({ name, message, hint }),
      ),
    );
  };
  const builtAt = new Date("2026-11-01T05:00:00Z");
  const { id: shelfId } = await library.createShelf({ title: "Maps", builtAt });
  await tell(library.getShelf({ shelfId }));
  await tell(library.updateShelf({ shelfId, title: "Atlases" }));
  await tell(library.getShelf({ shelfId }));
  await tell(library.addBook({ shelfId, isbn, cover: new Uint8Array([1, 255]) }));
  await tell(library.listBooks({ shelfId }));
  await tell(library.getShelf({ shelfId: "shelf-12345678" }));
  return told;
}
