import {
  eventMessage,
  formatIdl,
  loadModel,
  parseSelector,
  printJson,
  serializeAst,
  serializeIdl,
  validateModel,
} from "@tinsmith/smithy";
import type { Diagnostic, Model, SourceText } from "@tinsmith/smithy";
import type { Answer, Failure, PlacedEvent, Question } from "./question.js";

/** Determines the answer of this project to a question. */
export function ownAnswer({ files, selectors }: Question): Answer {
  const formatted = Object.fromEntries(
    files
      .filter(({ path }) => path.endsWith(".smithy"))
      .map((file) => [file.path, attempt(() => format(file))]),
  );
  try {
    const { model, diagnostics } = loadModel(files);
    const found = model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
    const events = found.filter((one) => isAbout(one, files)).map(placedEvent);
    const broken = events.some(({ severity }) => /^(?:ERROR|DANGER)$/.test(severity));
    return { broken, events, formatted, ...(model && describe(model, selectors)) };
  } catch (error) {
    return { failure: String(error), formatted };
  }
}

function describe(model: Model, selectors: readonly string[]): Answer {
  return {
    ast: attempt(() => JSON.parse(printJson(serializeAst(model)))),
    idl: attempt(() => Object.fromEntries(serializeIdl(model))),
    selected: selectors.map((selector) => attempt(() => select(model, selector))),
  };
}

function attempt<Result>(run: () => Result): Result | Failure {
  try {
    return run();
  } catch (error) {
    return { failure: String(error) };
  }
}

const select = (model: Model, selector: string): readonly string[] =>
  parseSelector(selector)
    .select(model)
    .map(({ id }) => id)
    .filter((id) => !/^(?:smithy|aws)\./.test(id))
    .sort();

function format(file: SourceText): string {
  const { text, diagnostics } = formatIdl(file);
  if (text === undefined) throw new Error(diagnostics[0]?.message);
  return text;
}

/** Returns true if an event concerns one of these files, and not a shape of a trait library. */
const isAbout = ({ span }: Diagnostic, files: readonly SourceText[]): boolean =>
  span === undefined || files.some(({ path }) => path === span.file.path);

function placedEvent(diagnostic: Diagnostic): PlacedEvent {
  const { severity, code, shapeId, span, suppressionReason } = diagnostic;
  const { line, column } = span?.file.positionAt(span.start) ?? { line: 0, column: 0 };
  return {
    severity,
    id: code,
    ...(shapeId !== undefined && { shape: shapeId }),
    message: eventMessage(diagnostic),
    file: span?.file.path ?? "N/A",
    line,
    column,
    ...(suppressionReason !== undefined && { reason: suppressionReason }),
  };
}
