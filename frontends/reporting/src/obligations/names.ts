import type { ViewerShown } from '@lienthong/frontend-kit/graph/viewer.ts';
import { formatInstant } from '@lienthong/frontend-kit/ui';
import { useLanguage } from '@lienthong/frontend-kit/words';
import type { ObligationState, ReportingUnitNameFragment } from '../generated/graphql.ts';
import { obligationsWords } from './words.ts';

export const obligationStates: readonly ObligationState[] = [
  'OVERDUE',
  'DUE_SOON',
  'RETURNED',
  'SUBMITTED',
  'SUBMITTED_LATE',
  'ACCEPTED',
  'NOT_DUE',
  'WAIVED',
];

/** Names in the language of the viewer. */
export function useReportNames() {
  const english = useLanguage().language === 'en';
  return {
    // Null while the units cannot be asked.
    unitName: (unit: Pick<ReportingUnitNameFragment, 'shortName' | 'nameEn'> | null) =>
      unit ? (english ? unit.nameEn : unit.shortName) : '—',
    fullUnitName: (unit: ReportingUnitNameFragment | null) => (unit ? (english ? unit.nameEn : unit.name) : '—'),
    regimeName: ({ name, nameEn }: { name: string; nameEn: string }) => (english ? nameEn : name),
    titleOf: ({ title, titleEn }: { title: string; titleEn: string }) => (english ? titleEn || title : title),
    recipientName: (regime: { recipient?: ReportingUnitNameFragment | null; recipientName?: string | null }) =>
      regime.recipient ? (english ? regime.recipient.nameEn : regime.recipient.name) : (regime.recipientName ?? '—'),
  };
}

/** "muộn 2 giờ": the largest unit that fits. */
export function useLateWords(): (seconds: number | null | undefined) => string | undefined {
  const words = obligationsWords.useWords();
  return (seconds) => {
    if (!seconds || seconds <= 0) return undefined;
    if (seconds < 60) return words('late.moment');
    if (seconds < 3600) return words('late.minutes', { count: Math.floor(seconds / 60) });
    if (seconds < 86_400) return words('late.hours', { count: Math.floor(seconds / 3600) });
    return words('late.days', { count: Math.floor(seconds / 86_400) });
  };
}

/** "trước 20/11/2025 08:00"; midnight is the end of the day before and named by the day alone. */
export function useDueWords(): (dueAt: string) => string {
  const words = obligationsWords.useWords();
  return (dueAt) => {
    const at = formatInstant(dueAt);
    return at.endsWith(' 00:00') ? words('due.beforeDay', { date: at.slice(0, -6) }) : words('due.before', { at });
  };
}

const following = new Set(['STANDING_AGENCY', 'STEERING_COMMITTEE', 'AUDITOR']);

/** Whoever collects reports sees who is missing and adds them up; the others see their own. */
export function isCollecting(viewer: Pick<ViewerShown, 'may' | 'membership'>): boolean {
  return following.has(viewer.membership.role) || viewer.may('reports.accept');
}
