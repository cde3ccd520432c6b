import type { RemoteModule } from '@lienthong/frontend-kit/module-contract.ts';
import { useReportsOwed } from './obligations/use-reports-owed.ts';
import { moduleWords } from './words.ts';

const blocs = ['PARTY', 'GOVERNMENT'] as const;

export const module = {
  name: 'reporting',
  messages: moduleWords,
  routes: [
    {
      path: 'reports',
      title: 'page.obligations',
      navigation: { order: 30, icon: 'report', useCount: useReportsOwed },
      blocs,
      lazy: () => import('./obligations/obligations.page.tsx'),
    },
    {
      path: 'reports/obligations/:obligationId',
      title: 'page.report',
      blocs,
      lazy: () => import('./reports/report-form.page.tsx'),
    },
    {
      path: 'reports/punctuality',
      title: 'page.punctuality',
      blocs,
      lazy: () => import('./punctuality/punctuality.page.tsx'),
    },
    {
      path: 'reports/consolidated',
      title: 'page.consolidated',
      blocs,
      lazy: () => import('./consolidated/consolidated.page.tsx'),
    },
  ],
  widgets: [
    {
      name: 'reports-owed',
      place: 'my-work',
      order: 10,
      blocs,
      asks: ['ReportsWaiting', 'ReportsToTakeIn'],
      lazy: () => import('./obligations/reports-owed.widget.tsx'),
    },
    {
      name: 'punctuality',
      place: 'overview',
      order: 20,
      blocs,
      lazy: () => import('./punctuality/punctuality.widget.tsx'),
    },
  ],
} satisfies RemoteModule;
