import type { RecordOptions } from "../replay/recorder.js";
import type { Recording } from "../replay/recording.js";
import { CommandLineError } from "./command-line-error.js";
import type { CommandLine } from "./command-line.js";
import type { CommandProcess, CommandServer } from "./mock-command.js";
import type { Report } from "./report.js";

/**
 * Starts the recording or replay of the command line.
 *
 * @throws CommandLineError if the endpoint is not a URL, or credentials are missing
 * @throws FileError if the folder cannot be used
 */
export async function startRecording(
  { record, replay, sign }: CommandLine,
  server: CommandServer,
  { env }: CommandProcess,
): Promise<Recording | undefined> {
  if (replay) return server.replay(replay);
  if (!record) return undefined;
  try {
    return await server.record({ ...record, ...(sign && { credentials: credentialsOf(env) }) });
  } catch (error) {
    if (error instanceof TypeError) throw new CommandLineError(error.message, { cause: error });
    throw error;
  }
}

/** Ends a recording and reports its result. */
export async function endRecording(recording: Recording, report: Report): Promise<void> {
  const summary = recording.report();
  try {
    await recording.stop();
  } catch (error) {
    report.problem(
      `The recording is incomplete: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  report.recorded(summary);
}

function credentialsOf(env: CommandProcess["env"]): NonNullable<RecordOptions["credentials"]> {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId = "",
    AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
    AWS_SESSION_TOKEN: sessionToken = "",
  } = env;
  if (accessKeyId !== "" && secretAccessKey !== "") {
    return { accessKeyId, secretAccessKey, ...(sessionToken !== "" && { sessionToken }) };
  }
  throw new CommandLineError(
    "--sign requires AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.",
  );
}
