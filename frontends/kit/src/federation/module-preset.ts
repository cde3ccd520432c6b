import { join } from 'node:path';
import { federation } from '@module-federation/vite';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { moduleBudget } from './budget-plugin.ts';
import { installedVersions } from './installed-versions.ts';
import { noCopiesPlugin } from './no-copies-plugin.ts';
import { operationsPlugin } from './operations-plugin.ts';
import { preloadPlugin } from './preload-plugin.ts';
import { settlePlugin } from './settle-plugin.ts';
import { sharedPackages } from './shared-packages.ts';

/** The Vite configuration of a module: it brings its pages and takes every library from the portal. */
export function moduleConfig({ name, folder }: { name: string; folder: string }): UserConfig {
  const versions = installedVersions();
  return {
    root: folder,
    // Relative addresses: one build runs on any origin and path.
    base: './',
    logLevel: 'warn',
    plugins: [
      react(),
      settlePlugin(join(folder, 'src/module.ts')),
      federation({
        name: `lienthong_${name}`,
        filename: 'remoteEntry.js',
        exposes: { './module': './src/module.ts' },
        shared: Object.fromEntries(
          sharedPackages.map((shared) => [
            shared,
            { import: false, singleton: true, version: versions[shared], requiredVersion: `^${versions[shared]}` },
          ]),
        ),
        manifest: true,
        dts: false,
        experiments: { externalRuntime: true },
      }),
      operationsPlugin(name, join(folder, 'src/generated/persisted-documents.json')),
      preloadPlugin(folder),
      noCopiesPlugin(),
      moduleBudget(name),
    ],
    build: {
      target: 'es2022',
      outDir: 'dist',
      modulePreload: false,
      rollupOptions: { input: join(folder, 'src/module.ts') },
    },
  };
}
