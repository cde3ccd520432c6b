import type { Plugin } from 'vite';
import { sharedPackages } from './shared-packages.ts';

const libraries = [
  'react',
  'react-dom',
  '@apollo/client',
  '@mantine/core',
  'i18next',
  'react-router',
  '@tabler/icons-react',
  '@tanstack/react-table',
];

/** A module that carries its own copy of a library or of the kit would split the page in two worlds: the build refuses it. */
export function noCopiesPlugin(): Plugin {
  return {
    name: 'lienthong-no-copies',
    apply: 'build',
    generateBundle(_options, bundle) {
      const found = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of file.moduleIds) {
          if (id.includes('virtual:') || id.startsWith('\0')) continue;
          if (/\/frontends\/kit\/src\/(?!federation\/)/.test(id)) found.add(id.slice(id.indexOf('/frontends/')));
          const library = libraries.find((name) => id.includes(`/node_modules/${name}/`));
          if (library) found.add(library);
        }
      }
      if (found.size > 0) {
        this.error(
          `The module carries copies of ${[...found].join(', ')}. Import them through ${sharedPackages.slice(3).join(', ')}.`,
        );
      }
    },
  };
}
