import { createContext, useContext } from 'react';
import type { Bloc } from '../module-contract.ts';

export interface ViewerMembership {
  id: string;
  role: string;
  unit: { id: string; name: string; shortName: string; nameEn: string };
}

/** Who is looking, on which business date. */
export interface ViewerShown {
  displayName: string;
  portal: Bloc;
  provinceId: string;
  provinceName: string;
  membership: ViewerMembership;
  memberships: ViewerMembership[];
  permissions: readonly string[];
  /** The business date: deadlines are counted from it, not from the clock of the machine. */
  today: string;
  clockOffsetSeconds: number;
  may(permission: string | undefined): boolean;
}

export const ViewerContext = createContext<ViewerShown | undefined>(undefined);

/** What the business clock showed at an instant of this machine: times of the moment agree with the dates on the page. */
export function useBusinessTime(): (at: Date) => Date {
  const offset = useContext(ViewerContext)?.clockOffsetSeconds ?? 0;
  return (at) => new Date(at.getTime() + offset * 1000);
}

export function useViewer(): ViewerShown {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is read inside a portal only');
  return viewer;
}
