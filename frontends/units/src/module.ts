import type { RemoteModule } from '@lienthong/frontend-kit/module-contract.ts';
import { moduleWords } from './words.ts';

const blocs = ['PARTY', 'GOVERNMENT'] as const;

export const module = {
  name: 'units',
  messages: moduleWords,
  routes: [
    {
      path: 'units',
      title: 'units.title',
      navigation: { order: 50, icon: 'units' },
      blocs,
      lazy: () => import('./units/unit-tree.page.tsx'),
    },
    { path: 'units/:unitId', title: 'unit.title', blocs, lazy: () => import('./units/unit-detail.page.tsx') },
  ],
  search: [{ title: 'units.title', order: 20, to: (text) => `/units?search=${encodeURIComponent(text)}` }],
} satisfies RemoteModule;
