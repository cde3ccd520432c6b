import type { Plugin } from 'vite';

const quietMs = 1000;
const id = 'lienthong-settled.js';

/**
 * The federation plugin takes its list of used names for complete when no module has arrived for 10 ms, and builds without the names that come
 * later: on a busy machine a build then fails, or carries copies. This holds one empty module back until nothing has arrived for a second; the
 * plugin waits for it as for any other.
 */
export function settlePlugin(entry: string): Plugin {
  let lastArrival = 0;
  const arrived = (): void => {
    lastArrival = Date.now();
  };
  return {
    name: 'lienthong-settle',
    apply: 'build',
    buildStart: arrived,
    moduleParsed: arrived,
    resolveId: (source) => (source === id ? id : undefined),
    async load(loaded) {
      if (loaded !== id) {
        arrived();
        return undefined;
      }
      while (Date.now() - lastArrival < quietMs) await new Promise((done) => setTimeout(done, 50));
      return 'export {};';
    },
    transform: {
      order: 'post',
      handler: (code, transformed) =>
        transformed === entry ? { code: `import '${id}';\n${code}`, map: null } : undefined,
    },
  };
}
