import type { titlesVi } from './module-titles.vi.ts';

export const titlesEn: Record<keyof typeof titlesVi, string> = {
  plans: 'Plans and tasks',
  units: 'Units',
  reporting: 'Reports',
  compliance: 'Information security',
};
