// What a portal provides and a module takes. Facades of our own stand for whole libraries, so that a portal
// carries only what is used (measured: 831 kB with libraries shared whole, 427 kB with facades).
export const sharedPackages = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  '@lienthong/frontend-kit/mantine',
  '@lienthong/frontend-kit/icons',
  '@lienthong/frontend-kit/graph',
  '@lienthong/frontend-kit/navigation',
  '@lienthong/frontend-kit/words',
  '@lienthong/frontend-kit/ui',
] as const;

export type SharedPackage = (typeof sharedPackages)[number];
