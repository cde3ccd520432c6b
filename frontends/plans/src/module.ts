import type { RemoteModule } from '@lienthong/frontend-kit/module-contract.ts';
import { moduleWords } from './words.ts';

const blocs = ['PARTY', 'GOVERNMENT'] as const;

export const module = {
  name: 'plans',
  messages: moduleWords,
  routes: [
    {
      path: 'plans',
      title: 'page.plans',
      navigation: { order: 10, icon: 'plan' },
      blocs,
      lazy: () => import('./plans/plan-list.page.tsx'),
    },
    {
      path: 'plans/drafts',
      title: 'page.drafts',
      blocs,
      permission: 'drafts.manage',
      lazy: () => import('./drafts/draft-list.page.tsx'),
    },
    {
      path: 'plans/drafts/:draftId',
      title: 'page.draft',
      blocs,
      permission: 'drafts.manage',
      lazy: () => import('./drafts/draft-review.page.tsx'),
    },
    {
      path: 'plans/quarantine',
      title: 'page.quarantine',
      blocs,
      permission: 'quarantine.read',
      lazy: () => import('./quarantine/quarantine.page.tsx'),
    },
    { path: 'plans/:planId', title: 'page.plan', blocs, lazy: () => import('./plans/plan-detail.page.tsx') },
    {
      path: 'tasks',
      title: 'page.tasks',
      navigation: { order: 20, icon: 'tasks' },
      blocs,
      lazy: () => import('./tasks/task-list.page.tsx'),
    },
    { path: 'tasks/:taskId', title: 'page.task', blocs, lazy: () => import('./tasks/task-detail.page.tsx') },
  ],
  widgets: [
    {
      name: 'my-work',
      place: 'my-work',
      order: 20,
      blocs,
      asks: ['MyWork'],
      lazy: () => import('./my-work/my-work.widget.tsx'),
    },
    {
      name: 'held-documents',
      place: 'my-work',
      order: 40,
      blocs,
      permission: 'quarantine.release',
      lazy: () => import('./quarantine/held-documents.widget.tsx'),
    },
    {
      name: 'overview',
      place: 'overview',
      order: 10,
      blocs,
      asks: ['Overview'],
      lazy: () => import('./overview/overview.widget.tsx'),
    },
  ],
  search: [
    { title: 'search.tasks', order: 10, to: (text) => `/tasks?search=${encodeURIComponent(text)}` },
    { title: 'search.plans', order: 30, to: (text) => `/plans?search=${encodeURIComponent(text)}` },
  ],
} satisfies RemoteModule;
