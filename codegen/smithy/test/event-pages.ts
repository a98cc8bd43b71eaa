import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const packageRoot = join(import.meta.dirname, "..");

/** A page about an event of a validation or of a diff. */
export interface EventPage {
  readonly id: string;
  readonly text: string;
  readonly severities: readonly string[];
  readonly sections: readonly string[];
  /** The models of the page, by the titles of their sections. */
  readonly models: ReadonlyMap<string, string>;
}

/** Every page. A page about a difference also shows the model before the change. */
export const eventPages: readonly EventPage[] = readdirSync(join(packageRoot, "events"))
  .sort()
  .map((file) => {
    const text = readFileSync(join(packageRoot, "events", file), "utf8");
    const models = text.matchAll(/^## (\w+)\n\n```smithy\n(.*?)^```$/gms);
    return {
      id: file.replace(/\.md$/, ""),
      text,
      severities: /^Severity: (.*)$/m.exec(text)?.[1]?.split(", ") ?? [],
      sections: [...text.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title),
      models: new Map([...models].map(([, title = "", model = ""]) => [title, model])),
    };
  });

export const isAboutDifference = ({ models }: EventPage): boolean => models.has("Before");

/** Returns the texts of the source files in a folder of `src`. */
export const sourceTexts = (folder: string): readonly string[] =>
  readdirSync(join(packageRoot, "src", folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(packageRoot, "src", folder, file), "utf8"));
