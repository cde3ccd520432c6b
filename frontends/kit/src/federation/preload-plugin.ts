import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Path and page file of each route as they stand in module.ts. */
export function routesIn(source: string): { path: string; page: string }[] {
  return [...source.matchAll(/path:\s*'([^']+)'[\s\S]*?import\('\.\/([^']+)'\)/g)].map(([, path = '', page = '']) => ({
    path,
    page,
  }));
}

/** Writes preload.json: which files a page of this module needs, so that a portal's server can name them early. */
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
        return seen;
      };
      const holding = (source: string) =>
        chunks.find(({ moduleIds }) => moduleIds.some((id) => id === join(folder, 'src', source)));
      const roots = [chunks.find(({ fileName }) => fileName === 'remoteEntry.js'), holding('module.ts')];
      const entry = [...new Set(roots.flatMap((chunk) => (chunk ? [...reach(chunk.fileName)] : [])))];
      const routes = routesIn(readFileSync(join(folder, 'src/module.ts'), 'utf8')).map(({ path, page }) => {
        const chunk = holding(page);
        return { path, files: chunk ? [...reach(chunk.fileName)].filter((file) => !entry.includes(file)) : [] };
      });
      this.emitFile({ type: 'asset', fileName: 'preload.json', source: JSON.stringify({ entry, routes }, null, 1) });
    },
  };
}
