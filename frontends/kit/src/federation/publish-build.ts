import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RECORD = '.builds.json';
/** A tab that was opened before the build still asks for the files of the build it came with. */
const KEPT_BUILDS = 2;

/** Files that name others by their sums come after those; what the browser or a portal reads first comes last. */
const PLACES = [/^assets\//, /^(?!.*(index\.html|mf-manifest\.json|preload\.json)$)/, /^/];
const placeOf = (file: string): number => PLACES.findIndex((place) => place.test(file));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const isOwn = (file: string): boolean => !/^\.(next-|builds\.json|build-hash)/.test(file);

function earlierBuilds(folder: string): string[][] {
  const record = join(folder, RECORD);
  if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8')) as string[][];
  const unrecorded = existsSync(folder) ? filesIn(folder).filter(isOwn) : [];
  return unrecorded.length > 0 ? [unrecorded] : [];
}

/**
 * Puts a finished build where it is served from, while it is being served: whole files, each in place before any that
 * names it, with those of the build before kept and older ones taken away.
 */
export function publishBuild(made: string, folder: string): void {
  const files = filesIn(made).sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b));
  const earlier = earlierBuilds(folder);
  const isSame = JSON.stringify(earlier[0]) === JSON.stringify(files);
  const builds = [files, ...(isSame ? earlier.slice(1) : earlier)].slice(0, KEPT_BUILDS);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    // Renamed, so that nobody reads half a file.
    renameSync(join(made, file), join(folder, file));
  }
  writeFileSync(join(folder, `${RECORD}.new`), JSON.stringify(builds, null, 1));
  renameSync(join(folder, `${RECORD}.new`), join(folder, RECORD));
  const kept = new Set(builds.flat());
  for (const file of filesIn(folder)) if (isOwn(file) && !kept.has(file)) rmSync(join(folder, file), { force: true });
  rmSync(made, { recursive: true, force: true });
}
