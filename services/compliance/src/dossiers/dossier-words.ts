import type { Locale } from '@lienthong/kit/refusal';
import type { Body, LevelRow, Limit } from '../regimes/legal-regime.ts';
import type { DossierState } from './dossier.state.ts';

const stateNames: Record<Locale, Record<DossierState, string>> = {
  vi: {
    DRAFT: 'Đang soạn thảo',
    SUBMITTED: 'Đã gửi thẩm định',
    RETURNED: 'Bị trả lại',
    UNDER_APPRAISAL: 'Đang thẩm định',
    APPRAISED: 'Đã thẩm định',
    AWAITING_APPROVAL: 'Chờ phê duyệt',
    APPROVED: 'Đã phê duyệt',
    REDETERMINATION_DUE: 'Cần xác định lại cấp độ',
    SUPERSEDED: 'Đã được thay thế',
    RETIRED: 'Ngừng sử dụng',
  },
  en: {
    DRAFT: 'Being written',
    SUBMITTED: 'Sent for appraisal',
    RETURNED: 'Sent back',
    UNDER_APPRAISAL: 'Being appraised',
    APPRAISED: 'Appraised',
    AWAITING_APPROVAL: 'Awaiting approval',
    APPROVED: 'Approved',
    REDETERMINATION_DUE: 'Level to be determined anew',
    SUPERSEDED: 'Superseded',
    RETIRED: 'No longer in use',
  },
};

const bodies: Record<Locale, Record<Body, string>> = {
  vi: {
    SPECIALISED_UNIT: 'Đơn vị chuyên trách an toàn thông tin của chủ quản',
    OWNER: 'Chủ quản hệ thống thông tin',
    MINISTRY: 'Bộ Công an',
    PRIME_MINISTER: 'Thủ tướng Chính phủ (danh mục), chủ quản (phương án)',
  },
  en: {
    SPECIALISED_UNIT: "The owner's information-security unit",
    OWNER: "The system's owner",
    MINISTRY: 'The Ministry of Public Security',
    PRIME_MINISTER: 'The Prime Minister (list) and the owner (plan)',
  },
};

/** What the house itself did to a dossier is stored as a mark and read in the reader's language. */
const UNIT_ENDED = 'UNIT_ENDED ';
const house: Record<Locale, { actor: string; unitEnded: (formerOwner: string) => string }> = {
  vi: { actor: 'Sắp xếp đơn vị', unitEnded: (formerOwner) => `Chủ quản trước đây: ${formerOwner}` },
  en: { actor: 'Rearrangement of units', unitEnded: (formerOwner) => `Owner before: ${formerOwner}` },
};

export const unitEndedNote = (formerOwnerId: string): string => `${UNIT_ENDED}${formerOwnerId}`;

export function noteInWords(note: string | null, nameOf: (unitId: string) => string, locale: Locale): string | null {
  return note?.startsWith(UNIT_ENDED) ? house[locale].unitEnded(nameOf(note.slice(UNIT_ENDED.length))) : note;
}

/** A step of the service itself is nobody's in particular. */
export const actorInWords = (actorName: string, locale: Locale): string =>
  actorName === 'compliance' ? house[locale].actor : actorName;

export function stateName(state: DossierState, locale: Locale): string {
  return stateNames[locale][state];
}

export function bodyName(body: Body, locale: Locale): string {
  return bodies[locale][body];
}

function limitWords(limit: Limit | null, locale: Locale): string {
  if (!limit) return locale === 'vi' ? 'không quy định' : 'none set';
  const isWorking = limit.countedIn === 'WORKING_DAYS';
  if (locale === 'vi') return `${limit.days} ngày${isWorking ? ' làm việc' : ''}`;
  return `${limit.days} ${isWorking ? 'working ' : ''}days`;
}

export function limitsInWords(row: LevelRow, locale: Locale): string {
  const appraisal = limitWords(row.appraisal, locale);
  const approval = limitWords(row.approval, locale);
  return locale === 'vi'
    ? `Thẩm định: ${appraisal}; phê duyệt: ${approval}`
    : `Appraisal: ${appraisal}; approval: ${approval}`;
}
