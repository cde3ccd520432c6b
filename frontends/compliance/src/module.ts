import type { RemoteModule } from '@lienthong/frontend-kit/module-contract.ts';
import { moduleWords } from './words.ts';

const blocs = ['PARTY', 'GOVERNMENT'] as const;
const permission = 'systems.read';

export const module = {
  name: 'compliance',
  messages: moduleWords,
  routes: [
    {
      path: 'compliance',
      title: 'page.coverage',
      navigation: { order: 40, icon: 'shield' },
      blocs,
      permission,
      lazy: () => import('./coverage/coverage.page.tsx'),
    },
    {
      path: 'compliance/systems',
      title: 'page.systems',
      blocs,
      permission,
      lazy: () => import('./systems/system-list.page.tsx'),
    },
    {
      path: 'compliance/systems/new',
      title: 'page.register',
      blocs,
      permission: 'systems.register',
      lazy: () => import('./systems/register-system.page.tsx'),
    },
    {
      path: 'compliance/systems/:systemId',
      title: 'page.system',
      blocs,
      permission,
      lazy: () => import('./systems/system-detail.page.tsx'),
    },
  ],
  search: [
    { title: 'search.systems', order: 40, to: (text) => `/compliance/systems?search=${encodeURIComponent(text)}` },
  ],
} satisfies RemoteModule;
