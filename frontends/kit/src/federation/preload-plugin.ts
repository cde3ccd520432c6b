import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Path and page file of each route as they stand in module.ts. */
export function routesIn(source: string): { path: string; page: string }[] {
  return [...source.matchAll(/path:\s*'([^']+)'[\s\S]*?import\('\.\/([^']+)'\)/g)].map(([, path = '', page = '']) => ({
    path,
    page,
  }));
}

/** Place, file and first questions of each card as they stand in module.ts. */
export function widgetsIn(source: string): { place: string; page: string; asks: string[] }[] {
  return [...source.matchAll(/place:\s*'([^']+)'([\s\S]*?)import\('\.\/([^']+)'\)/g)].map(
    ([, place = '', between = '', page = '']) => ({
      place,
      page,
      asks: [...(/asks:\s*\[([^\]]*)\]/.exec(between)?.[1]?.matchAll(/'(\w+)'/g) ?? [])].map(([, name = '']) => name),
    }),
  );
}

/** The registered query of that name; one with variables cannot be asked before the card's code is there. */
export function questionOf(name: string, operations: Record<string, string>): { name: string; hash: string } {
  const found = Object.entries(operations).find(([, text]) => new RegExp(`query ${name}\\b`).test(text));
  if (!found) throw new Error(`No query ${name} is registered; a card cannot ask it early.`);
  if (new RegExp(`query ${name}\\s*\\(`).test(found[1]))
    throw new Error(`The query ${name} has variables; a card cannot ask it early.`);
  return { name, hash: found[0] };
}

/**
 * Writes preload.json: which files a page or a card of this module needs and what the cards ask first, so that a portal's server can name both
 * early.
 */
export function preloadPlugin(folder: string): Plugin {
  return {
    name: 'lienthong-preload',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
      const reach = (file: string, seen = new Set<string>()): Set<string> => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || seen.has(file)) return seen;
        seen.add(file);
        for (const next of chunk.imports) reach(next, seen);
        for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
        return seen;
      };
      const holding = (source: string) =>
        chunks.find(({ moduleIds }) => moduleIds.some((id) => id === join(folder, 'src', source)));
      const roots = [
        chunks.find(({ fileName }) => fileName === 'remoteEntry.js'),
        // What the entry asks the portal for: imported as soon as it runs.
        chunks.find(({ fileName }) => fileName.includes('localSharedImportMap')),
        holding('module.ts'),
      ];
      const entry = [...new Set(roots.flatMap((chunk) => (chunk ? [...reach(chunk.fileName)] : [])))];
      const filesOf = (page: string) => {
        const chunk = holding(page);
        return chunk ? [...reach(chunk.fileName)].filter((file) => !entry.includes(file)) : [];
      };
      const source = readFileSync(join(folder, 'src/module.ts'), 'utf8');
      const registered = join(folder, 'src/generated/persisted-documents.json');
      const operations = existsSync(registered)
        ? (JSON.parse(readFileSync(registered, 'utf8')) as Record<string, string>)
        : {};
      const routes = routesIn(source).map(({ path, page }) => ({ path, files: filesOf(page) }));
      const widgets = widgetsIn(source).map(({ place, page, asks }) => ({
        place,
        files: filesOf(page),
        asks: asks.map((name) => questionOf(name, operations)),
      }));
      this.emitFile({
        type: 'asset',
        fileName: 'preload.json',
        source: JSON.stringify({ entry, routes, widgets }, null, 1),
      });
    },
  };
}
