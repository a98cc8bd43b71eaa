import type { ReplayBehavior } from "../mock/behavior.js";
import type { ServerHooks } from "../service/server-hooks.js";
import type { RecordOptions, RecorderScope } from "./recorder.js";
import type { Recording, RecordingReport } from "./recording.js";
import type { ReplayOptions } from "./replayer.js";
import { checkOptions } from "../checks/check.js";
import { recordSchema, replaySchema } from "./recording-schemas.js";

/** The parts of a server that recordings use. */
export interface Stage extends RecorderScope {
  /** Adds hooks. Returns a function that removes them. */
  use(hooks: ServerHooks): () => void;
  /** Sets the replay behavior of every tenant; undefined removes it. */
  play(replay: (() => ReplayBehavior) | undefined): void;
}

/**
 * The recording or replay of a server. Only one can run at a time. The modules are loaded on first
 * use.
 */
export class Recordings {
  readonly #stage: Stage;
  #current: Recording | undefined;
  #isStarting = false;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get current(): Recording | undefined {
    return this.#current;
  }

  /**
   * @throws TypeError if `endpoint` is not a plain HTTP URL
   * @throws FileError if the folder cannot be created, or already holds fixtures
   */
  record(options: RecordOptions): Promise<Recording> {
    return this.#start(async () => {
      checkOptions(recordSchema, options, "record()");
      const { Recorder } = await import("./recorder.js");
      const recorder = new Recorder(options, this.#stage);
      await recorder.prepare();
      const leave = this.#stage.use(recorder.hooks);
      const stop = (): void => {
        leave();
        recorder.finish();
      };
      return { report: () => recorder.report(), stop };
    });
  }

  /** @throws FileError if a file is not a fixture, or the model does not allow it */
  replay(options: ReplayOptions): Promise<Recording> {
    return this.#start(async () => {
      checkOptions(replaySchema, options, "replay()");
      const { Replayer } = await import("./replayer.js");
      const replayer = await Replayer.load(options, this.#stage.service);
      this.#stage.play(replayer.behavior);
      return { report: () => replayer.report(), stop: () => this.#stage.play(undefined) };
    });
  }

  async #start(
    begin: () => Promise<{ report(): RecordingReport; stop(): void }>,
  ): Promise<Recording> {
    if (this.#current || this.#isStarting) {
      throw new Error("This server already records or replays. Stop the current recording first.");
    }
    this.#isStarting = true;
    try {
      const { report, stop } = await begin();
      const end = async (): Promise<void> => {
        if (this.#current !== recording) return;
        this.#current = undefined;
        stop();
      };
      const recording: Recording = { report, stop: end, [Symbol.asyncDispose]: end };
      this.#current = recording;
      return recording;
    } finally {
      this.#isStarting = false;
    }
  }
}
