import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "@tinsmith/values";
import { FileError, readJsonFile } from "../json/json-file.js";
import type { JsonFile } from "../json/json-file.js";
import { fixtureSchema } from "./fixture.js";
import type { Fixture } from "./fixture.js";

/** A fixture and its file. */
export interface FixtureFile extends JsonFile<Fixture> {
  /** The name of the file in its folder. */
  readonly name: string;
}

/**
 * Reads the fixtures of a folder: all `.json` files, ordered by name. Numbers in names are ordered
 * by value.
 *
 * @throws FileError with `file:line:column` if a file is not a fixture, or the folder has none
 */
export async function readFixtures(folder: string): Promise<readonly FixtureFile[]> {
  const names = await namesIn(folder);
  if (names.length === 0) throw new FileError(`${folder} has no fixtures.`);
  return Promise.all(
    names.map(async (name) => {
      const file = await readJsonFile("fixture", join(folder, name), fixtureSchema);
      return { ...file, name };
    }),
  );
}

/**
 * Prepares a folder for a new recording.
 *
 * @throws FileError if the folder contains fixtures, because fixtures are never overwritten or
 *   mixed with others
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new FileError(`Cannot create the folder ${folder}: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
  const [first] = await namesIn(folder);
  if (first === undefined) return;
  throw new FileError(
    `${folder} already holds ${first}. Remove the previous recording, or choose another folder.`,
  );
}

/** Writes a fixture atomically. Only its owner can read it. */
export async function writeFixture(
  folder: string,
  number: number,
  fixture: Fixture,
): Promise<void> {
  const name = `${String(number).padStart(4, "0")}.${fixture.operation}.json`;
  // Temporary files do not end in `.json`, so that they are not read as fixtures.
  const draft = join(folder, `${name}.${process.pid}.tmp`);
  await writeFile(draft, `${JSON.stringify(fixture, undefined, 2)}\n`, { mode: 0o600 });
  await rename(draft, join(folder, name));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && entry.name.endsWith(".json"))
      .map(({ name }) => name)
      .sort((left, right) => left.localeCompare(right, "en", { numeric: true }));
  } catch (error) {
    throw new FileError(`Cannot read the folder ${folder}: ${reasonOf(error)}.`, { cause: error });
  }
}
