import { createClock } from "../mock/controllable-clock.js";
import type { ControllableClock } from "../mock/controllable-clock.js";
import { defaultTenant } from "../mock/tenants.js";
import { makeCertificate, readCertificate } from "./certificate.js";
import type { Certificate } from "./certificate.js";
import { setClock } from "./clock-setting.js";
import { endRecording, startRecording } from "./command-recording.js";
import { CommandLineError } from "./command-line-error.js";
import type { CommandLine } from "./command-line.js";
import { readSettings } from "./settings.js";
import { FaultsFile } from "./faults-file.js";
import { readJsonFile } from "../json/json-file.js";
import type { JsonFile } from "../json/json-file.js";
import type { CommandProcess, CommandServer, MockCommand } from "./mock-command.js";
import { loggedRequest } from "./report.js";
import type { Report, Started } from "./report.js";
import { watchFiles } from "./watch-files.js";
import type { WatchedFile } from "./watch-files.js";

/**
 * Starts the server of the command line, and stops it on a signal.
 *
 * @throws FileError, ListenError or StateError if it cannot start
 */
export async function serve<Seed, Settings>(
  command: MockCommand<Seed, Settings>,
  line: CommandLine,
  report: Report,
  process: CommandProcess,
): Promise<void> {
  // A signal may arrive before the server listens.
  const signal = stopSignal(process);
  try {
    await serveUntil(signal, command, line, report, process);
  } finally {
    signal.ignore();
  }
}

async function serveUntil<Seed, Settings>(
  signal: StopSignal,
  command: MockCommand<Seed, Settings>,
  line: CommandLine,
  report: Report,
  process: CommandProcess,
): Promise<void> {
  const readSeed = async (): Promise<JsonFile<Seed> | undefined> =>
    line.seed !== undefined && command.seed
      ? readJsonFile("seed", line.seed, command.seed)
      : undefined;
  const seed = await readSeed();
  const clock = createClock();
  if (line.clock) setClock(clock, line.clock);
  const settings = await readSettings(command, line);
  const server = createServer(command, line, clock, seed?.value, settings);
  const tenant = server.tenant(defaultTenant);
  const faults =
    line.faults === undefined
      ? undefined
      : new FaultsFile(line.faults, tenant.faults, server.operations);
  await faults?.load();
  if (!line.quiet) {
    server.use({
      onResponse: (exchange, answer) => {
        report.answered(loggedRequest(exchange, answer, server.tenantNames.length > 1));
      },
    });
  }
  const certificate =
    line.tls === undefined
      ? undefined
      : await (line.tls === "made"
          ? makeCertificate(line.host)
          : readCertificate(line.tls.cert, line.tls.key));
  const reloadSeed = async (path: string): Promise<void> => {
    const changed = await readSeed();
    if (!changed) return;
    // Invalid faults must prevent the change of the seed as well.
    await faults?.load();
    // Seeding clears all faults. The faults of the file belong to the initial state, so they are
    // loaded again.
    tenant.seed(changed.value);
    await faults?.load();
    await tenant.refresh();
    report.reloaded("seed", path);
  };
  const reloadFaults = async (path: string): Promise<void> => {
    await faults?.load();
    report.reloaded("faults", path);
  };
  const watched: WatchedFile[] = [];
  if (line.watch) {
    const { seed, faults } = line;
    if (seed !== undefined) watched.push({ path: seed, reload: () => reloadSeed(seed) });
    if (faults !== undefined) watched.push({ path: faults, reload: () => reloadFaults(faults) });
  }
  const recording = await startRecording(line, server, process);
  const warnings: string[] = [];
  let unwatch: (() => Promise<void>) | undefined;
  try {
    await server.listen({
      port: line.port,
      host: line.host,
      onWarning: (warning) => warnings.push(warning),
      closeTimeoutMs,
      http2: true,
      ...(certificate && { tls: certificate }),
    });
    if (watched.length > 0) {
      unwatch = await watchFiles(watched, (error) =>
        report.problem(
          `${error instanceof Error ? error.message : String(error)}\nNothing has changed.`,
        ),
      );
    }
    if (!signal.received) {
      report.started(describe(command, line, server, certificate, clock, warnings));
    }
    await signal.arrival;
  } finally {
    await unwatch?.();
    await server.close();
    if (recording) await endRecording(recording, report);
    await certificate?.discard();
  }
  report.stopped();
}

/** The time limit for pending requests after the first signal. A second signal aborts them. */
const closeTimeoutMs = 5000;

function createServer<Seed, Settings>(
  command: MockCommand<Seed, Settings>,
  { allowedHosts, auth, cors, state, verifySignatures }: CommandLine,
  clock: ControllableClock,
  seed: Seed | undefined,
  settings: Settings | undefined,
): CommandServer {
  try {
    return command.createServer({
      clock,
      verifySignatures,
      ...(auth && { auth }),
      ...(cors.length > 0 && { cors }),
      ...(seed !== undefined && { seed }),
      ...(state !== undefined && { state }),
      ...(settings !== undefined && { settings }),
      ...(allowedHosts.length > 0 && { control: { allowedHosts } }),
    });
  } catch (error) {
    // The seed is valid, so another option of the command line is wrong.
    if (error instanceof TypeError) throw new CommandLineError(error.message, { cause: error });
    throw error;
  }
}

function describe<Seed, Settings>(
  command: MockCommand<Seed, Settings>,
  line: CommandLine,
  server: CommandServer,
  certificate: Certificate | undefined,
  clock: ControllableClock,
  warnings: readonly string[],
): Started {
  const { environment, clients = {}, title, version } = command;
  const { url } = server;
  return {
    title,
    version,
    url,
    environment: {
      ...Object.fromEntries(environment.map((name) => [name, url])),
      // Clients of services outside AWS read no variables.
      ...(environment.length > 0 && {
        AWS_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: "mock",
        AWS_SECRET_ACCESS_KEY: "mock",
      }),
      // Node reads the first variable. Python, Go and the AWS CLI read the second.
      ...(certificate && {
        NODE_EXTRA_CA_CERTS: certificate.path,
        AWS_CA_BUNDLE: certificate.path,
      }),
    },
    clients: Object.fromEntries(
      Object.entries(clients).map(([language, code]) => [language, code.replaceAll("{url}", url)]),
    ),
    clock: line.clock && { now: clock.now().toISOString(), frozen: clock.frozen },
    settings: settingsOf(line),
    notes: command.notes?.(server) ?? [],
    warnings,
  };
}

const settingsOf = (line: CommandLine): string[] => [
  ...recordingSettings(line),
  ...fileSettings(line),
];

const recordingSettings = ({ record, replay, sign }: CommandLine): string[] => [
  ...(replay ? [`replays      ${replay.fixtures}`] : []),
  ...(record ? [`records      ${record.endpoint} in ${record.fixtures}`] : []),
  ...(sign ? ["requests are signed with AWS_ACCESS_KEY_ID"] : []),
];

const fileSettings = ({
  state,
  faults,
  seed,
  settings,
  verifySignatures,
  auth,
  cors,
  watch,
}: CommandLine): string[] => [
  ...(state === undefined ? [] : [`state in     ${state}`]),
  ...(seed === undefined ? [] : [`seed from    ${seed}${watch ? ", watched" : ""}`]),
  ...(faults === undefined ? [] : [`faults from  ${faults}${watch ? ", watched" : ""}`]),
  ...settings.map(([name, value]) => `setting      ${name} = ${value}`),
  ...(verifySignatures ? ["signatures are verified"] : []),
  ...(auth ? ["credentials are required"] : []),
  ...(cors.length > 0 ? [`pages from   ${cors.join(", ")}`] : []),
];

/** The signal that stops the command. */
interface StopSignal {
  readonly received: boolean;
  readonly arrival: Promise<void>;
  /** Stops handling signals. Later signals have their default effect on the process. */
  ignore(): void;
}

function stopSignal(process: CommandProcess): StopSignal {
  let received = false;
  let resolveArrival: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (resolveArrival = resolve));
  const ignore = (): void => {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  };
  function stop(): void {
    received = true;
    // A second signal then has its default effect: it ends the process at once.
    ignore();
    resolveArrival();
  }
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return {
    get received() {
      return received;
    },
    arrival,
    ignore,
  };
}
