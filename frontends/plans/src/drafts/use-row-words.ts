import { formatDate } from '@lienthong/frontend-kit/ui';
import { tasksWords } from '../tasks/words.ts';
import type { DraftAssignee, DraftRow } from './draft-shown.ts';
import { draftsWords } from './words.ts';

/** What a row says, in words that can be read out. */
export function useRowWords() {
  const words = draftsWords.useWords();
  const deadlineWords = tasksWords.useWords();
  return {
    placeOf: ({ appendix, section, number }: Pick<DraftRow, 'appendix' | 'section' | 'number'>) =>
      [
        appendix ? words('row.appendix', { appendix }) : null,
        section ? words('row.section', { section }) : null,
        number ? words('row.number', { number }) : null,
      ]
        .filter(Boolean)
        .join(' · '),
    assigneeNotes: ({ externalName, groupId, scope }: DraftAssignee) =>
      [
        groupId ? words('assignee.group') : null,
        externalName ? words('assignee.outside') : null,
        scope ? words(`assignee.${scope}`) : null,
      ]
        .filter(Boolean)
        .join(', '),
    namesOf: (assignees: readonly { name: string }[]) => assignees.map(({ name }) => name).join('; '),
    /** How its words were understood: "Trước một ngày · hạn cuối 14/07/2025". */
    meaningOf: ({ kind, startsOn, dueOn, cadence, thenOngoing }: DraftRow['deadline']) =>
      [
        deadlineWords(`deadlineKind.${kind}`) + (cadence ? ` ${words(`cadence.${cadence}`)}` : ''),
        startsOn ? deadlineWords('deadline.starts', { date: formatDate(startsOn) }) : null,
        dueOn ? words('deadline.due', { date: formatDate(dueOn) }) : null,
        thenOngoing ? deadlineWords('deadline.thenOngoing') : null,
      ]
        .filter(Boolean)
        .join(' · '),
  };
}
