import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build, type Plugin, type Rolldown } from 'vite';
import { questionOf } from './preload-plugin.ts';

/**
 * Builds `portal/early.ts` into a file of its own, which must not share a chunk with the portal: it runs long before that has arrived. Its tag
 * stands in the page before the portal's.
 */
export function earlyPlugin(source: string, registered: string): Plugin {
  let fileName = '';
  return {
    name: 'lienthong-early',
    apply: 'build',
    async buildStart() {
      const operations = JSON.parse(readFileSync(registered, 'utf8')) as Record<string, string>;
      const made = (await build({
        configFile: false,
        logLevel: 'warn',
        define: { __VIEWER_HASH__: JSON.stringify(questionOf('Viewer', operations).hash) },
        build: {
          target: 'es2022',
          write: false,
          modulePreload: false,
          rollupOptions: { input: source, output: { format: 'iife' } },
        },
      })) as Rolldown.RolldownOutput;
      const { code } = made.output[0];
      fileName = `assets/early-${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`;
      this.emitFile({ type: 'asset', fileName, source: code });
    },
    transformIndexHtml: {
      order: 'post',
      // After what the server writes into the head, before the portal's own script.
      handler: (html) => {
        const portal = html.indexOf('<script type="module"');
        return `${html.slice(0, portal)}<script src="/${fileName}"></script>\n    ${html.slice(portal)}`;
      },
    },
  };
}
