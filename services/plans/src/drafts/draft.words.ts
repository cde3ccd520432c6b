import type { Locale } from '@lienthong/kit/refusal';
import { DraftField, type PlanDraftRow } from './plan-draft-row.entity.ts';

type Read = Pick<PlanDraftRow, 'leads' | 'coordinators' | 'deadline' | 'content'>;

const unsure = (assignees: Read['leads']): string | null => {
  const [least] = [...assignees].sort((one, other) => one.confidence - other.confidence);
  return least && least.confidence < 0.8 ? least.text : null;
};

function inVietnamese(row: Read, field: DraftField): string {
  if (field === DraftField.LEADS || field === DraftField.COORDINATORS) {
    const side = field === DraftField.LEADS ? 'cơ quan chủ trì' : 'cơ quan phối hợp';
    const assignees = field === DraftField.LEADS ? row.leads : row.coordinators;
    const text = unsure(assignees);
    if (assignees.length === 0) return `Chưa đọc được ${side}.`;
    return text === null ? `Chưa chắc đã đọc đủ ${side}.` : `Chưa chắc “${text}” là đơn vị nào.`;
  }
  if (field === DraftField.DEADLINE)
    return row.deadline.text === '' ? 'Chưa đọc được thời hạn.' : `Chưa chắc thời hạn “${row.deadline.text}”.`;
  if (field === DraftField.PLACE) return 'Mục không có dòng tiêu đề trong văn bản; đã suy ra từ số lượng ghi.';
  return row.content === '' ? 'Dòng không có nội dung.' : 'Chưa chắc nội dung đã tách đúng khỏi các cột khác.';
}

function inEnglish(row: Read, field: DraftField): string {
  if (field === DraftField.LEADS || field === DraftField.COORDINATORS) {
    const side = field === DraftField.LEADS ? 'who leads' : 'who helps';
    const assignees = field === DraftField.LEADS ? row.leads : row.coordinators;
    const text = unsure(assignees);
    if (assignees.length === 0) return `It could not be read ${side}.`;
    return text === null ? `It is not sure that all of ${side} was read.` : `It is not sure which unit “${text}” is.`;
  }
  if (field === DraftField.DEADLINE)
    return row.deadline.text === ''
      ? 'The deadline could not be read.'
      : `The deadline “${row.deadline.text}” is not sure.`;
  if (field === DraftField.PLACE) return 'The section has no heading in the document; it follows from the counts.';
  return row.content === ''
    ? 'The row says nothing.'
    : 'It is not sure that the words were cut from other columns rightly.';
}

/** What is doubtful in a row, in the reviewer's language. */
export const doubtWords: Record<Locale, (row: Read, field: DraftField) => string> = {
  vi: inVietnamese,
  en: inEnglish,
};
