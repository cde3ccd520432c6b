import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

export interface BudgetLine {
  name: string;
  measured: number;
  budget: number;
}

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;
const size = (source: string | Uint8Array) => gzipSync(source, { level: 9 }).length;

/** Everything the browser fetches before the chunk can run. */
function withStaticImports(bundle: Rolldown.OutputBundle, roots: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || seen.has(file)) return;
    seen.add(file);
    for (const next of chunk.imports) visit(next);
  };
  for (const root of roots) visit(root);
  return seen;
}

function budgetPlugin(measure: (bundle: Rolldown.OutputBundle) => BudgetLine[]): Plugin {
  let folder = '';
  return {
    name: 'lienthong-budget',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    writeBundle(_options, bundle) {
      const lines = measure(bundle);
      writeFileSync(join(folder, 'budget.json'), `${JSON.stringify(lines, null, 1)}\n`);
      for (const { name, measured, budget } of lines) {
        console.log(`budget  ${name}: ${measured} kB of ${budget} kB gzip`);
      }
      const over = lines.filter(({ measured, budget }) => measured > budget * 1.1);
      if (over.length > 0) {
        throw new Error(
          over.map(({ name, measured, budget }) => `${name} weighs ${measured} kB, allowed ${budget} kB`).join('; '),
        );
      }
    },
  };
}

/** A module: federation code ≤ 20 kB; own code of its first screen ≤ 30 kB (its heaviest page counts). */
export function moduleBudget(module: string): Plugin {
  return budgetPlugin((bundle) => {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    // A chunk is our own where any of its modules is a file of a package of ours.
    const own = (file: string) => {
      const chunk = bundle[file];
      return (
        chunk?.type === 'chunk' &&
        chunk.moduleIds.some(
          (id) => /\/src\/.*\.(tsx?|json)$/.test(id) && !id.includes('node_modules') && !id.includes('virtual:'),
        )
      );
    };
    const weigh = (files: Iterable<string>) =>
      kilobytes([...files].reduce((sum, file) => sum + size((bundle[file] as Rolldown.OutputChunk).code), 0));
    const entries = chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
    const federation = chunks.map((chunk) => chunk.fileName).filter((file) => !own(file));
    const manifest = chunks.filter(
      (chunk) => own(chunk.fileName) && chunk.moduleIds.some((id) => /\/src\/module\.ts$/.test(id)),
    );
    // Pages and cards are what the module itself names; what a page fetches later, such as a form, is no first screen.
    const pages = [...new Set(manifest.flatMap((chunk) => chunk.dynamicImports))].filter(own);
    const base = withStaticImports(bundle, [...entries, ...manifest.map((chunk) => chunk.fileName)]);
    const heaviest = Math.max(
      0,
      ...pages.map((page) => weigh([...new Set([...base, ...withStaticImports(bundle, [page])])].filter(own))),
    );
    return [
      { name: `${module} federation`, measured: weigh(federation), budget: 20 },
      { name: `${module} first screen`, measured: heaviest, budget: 30 },
    ];
  });
}

/** A portal: everything its first page fetches before a module arrives, styles included, ≤ 400 kB. */
export function portalBudget(portal: string): Plugin {
  return budgetPlugin((bundle) => {
    const entries = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry);
    const first = withStaticImports(
      bundle,
      entries.map((entry) => entry.fileName),
    );
    const styles = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
    const code = [...first].reduce((sum, file) => sum + size((bundle[file] as Rolldown.OutputChunk).code), 0);
    const early = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.js'));
    const css = [...styles, ...early].reduce((sum, file) => sum + size((file as Rolldown.OutputAsset).source), 0);
    const lazyDrawings = Object.values(bundle).filter((file) => file.type === 'chunk' && /drawing/.test(file.fileName));
    return [
      { name: `${portal} shell`, measured: kilobytes(code + css), budget: 400 },
      {
        name: `${portal} drawings (lazy)`,
        measured: kilobytes(lazyDrawings.reduce((sum, file) => sum + size((file as Rolldown.OutputChunk).code), 0)),
        budget: 30,
      },
    ];
  });
}
