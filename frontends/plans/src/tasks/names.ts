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
    unitName: (unit: UnitNameFragment) => (english ? unit.nameEn : unit.shortName),
    fullUnitName: (unit: UnitNameFragment) => (english ? unit.nameEn : unit.name),
    /** The unit of a row, by the name that was kept where the units service does not answer. */
    whose: ({ unit, unitName }: { unit: UnitNameFragment | null; unitName: string }) =>
      unit ? (english ? unit.nameEn : unit.name) : unitName,
    leadName: (lead: AssigneeNameFragment) =>
      english ? (lead.unit?.nameEn ?? lead.group?.nameEn ?? lead.label) : (lead.unit?.shortName ?? lead.label),
    leadFullName: (lead: AssigneeNameFragment) =>
      english
        ? (lead.unit?.nameEn ?? lead.group?.nameEn ?? lead.label)
        : (lead.unit?.name ?? lead.group?.name ?? lead.label),
    // Some copies have the number left blank before the abbreviation: "/CV-TGV".
    planName: ({ number, kind }: Pick<PlanNameFragment, 'number' | 'kind'>) =>
      number === null
        ? words('plan.unnumbered', { kind: words(`planKind.${kind}`) })
        : number.startsWith('/')
          ? words('plan.blankNumber', { kind: words(`planKind.${kind}`), number })
          : number,
  };
}
