import { useLanguage } from '@lienthong/frontend-kit/words';
import type { AssigneeNameFragment, PlanNameFragment, UnitNameFragment } from '../generated/graphql.ts';
import { tasksWords } from './words.ts';

/** Titles and names in the language of the viewer. */
export function useNames() {
  const english = useLanguage().language === 'en';
  const words = tasksWords.useWords();
  return {
    titleOf: ({ title, titleEn }: { title: string; titleEn: string }) => (english ? titleEn || title : title),
    // A unit is null while the units service is away: the rest of the row still shows.
    unitName: (unit: UnitNameFragment | null) => (english ? unit?.nameEn : unit?.shortName) ?? '…',
    fullUnitName: (unit: UnitNameFragment | null) => (english ? unit?.nameEn : unit?.name) ?? '…',
    leadName: (lead: AssigneeNameFragment) =>
      english ? (lead.unit?.nameEn ?? lead.group?.nameEn ?? lead.label) : lead.label,
    leadFullName: (lead: AssigneeNameFragment) =>
      english
        ? (lead.unit?.nameEn ?? lead.group?.nameEn ?? lead.label)
        : (lead.unit?.name ?? lead.group?.name ?? lead.label),
    planName: (plan: Pick<PlanNameFragment, 'number' | 'kind'>) =>
      plan.number ?? words('plan.unnumbered', { kind: words(`planKind.${plan.kind}`) }),
  };
}
