import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { portalBudget } from './budget-plugin.ts';
import { earlyPlugin } from './early-plugin.ts';
import { installedVersions } from './installed-versions.ts';
import { operationsPlugin } from './operations-plugin.ts';

const kitSource = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The Vite configuration of a portal. It needs no federation plugin: the portal hands its libraries to the
 * federation runtime as loaded modules, so its own start has no wrapper and no waterfall.
 */
export function portalConfig({ name, folder }: { name: string; folder: string }): UserConfig {
  const registered = join(kitSource, 'generated/persisted-documents.json');
  return {
    root: folder,
    base: '/',
    logLevel: 'warn',
    define: { __SHARED_VERSIONS__: JSON.stringify(installedVersions()) },
    plugins: [
      react(),
      operationsPlugin('portal', registered),
      earlyPlugin(join(kitSource, 'portal/early.ts'), registered),
      portalBudget(name),
    ],
    build: {
      target: 'es2022',
      outDir: 'dist',
      manifest: true,
      rollupOptions: { input: join(folder, 'index.html') },
    },
  };
}
