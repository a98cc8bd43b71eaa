import { createSourceFile } from "@tinsmith/smithy";
import type { Diagnostic, SourceFile, SourceText, Span } from "@tinsmith/smithy";

/** Diagnostics as plain data: a span names its file. */
export type StoredDiagnostics = readonly StoredDiagnostic[];

type StoredSpan = readonly [path: string, start: number, end: number];
type StoredDiagnostic = Omit<Diagnostic, "span" | "related"> & {
  readonly span?: StoredSpan;
  readonly related?: readonly { readonly span: StoredSpan; readonly message: string }[];
};

/**
 * Returns diagnostics as plain data. Returns `undefined` if a diagnostic is about a file that is
 * not among the given files, such as a file of the language.
 */
export function storeDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceText[],
): StoredDiagnostics | undefined {
  const paths = new Set(files.map(({ path }) => path));
  const spans = diagnostics.flatMap(({ span, related = [] }) => [
    ...(span === undefined ? [] : [span]),
    ...related.map((one) => one.span),
  ]);
  if (!spans.every(({ file }) => paths.has(file.path))) return undefined;
  const store = ({ file, start, end }: Span): StoredSpan => [file.path, start, end];
  return diagnostics.map(({ span, related, ...rest }) => ({
    ...rest,
    ...(span !== undefined && { span: store(span) }),
    ...(related !== undefined && {
      related: related.map((one) => ({ ...one, span: store(one.span) })),
    }),
  }));
}

/** Returns the diagnostics that were stored for the same files. */
export function restoreDiagnostics(
  stored: StoredDiagnostics,
  files: readonly SourceText[],
): readonly Diagnostic[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const known = new Map<string, SourceFile>();
  const restore = ([path, start, end]: StoredSpan): Span => {
    const file = known.get(path) ?? createSourceFile(path, texts.get(path) ?? "");
    known.set(path, file);
    return { file, start, end };
  };
  return stored.map(({ span, related, ...rest }) => ({
    ...rest,
    ...(span !== undefined && { span: restore(span) }),
    ...(related !== undefined && {
      related: related.map((one) => ({ ...one, span: restore(one.span) })),
    }),
  }));
}
