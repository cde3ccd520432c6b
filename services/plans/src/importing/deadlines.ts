import { dayBefore } from './calendar.ts';
import { type Moment, momentsIn } from './deadline-moments.ts';
import { deadlineWords, KNOWN_WORDS } from './deadline-words.ts';
import type { Cadence, ReadDeadline } from './imported-document.ts';
import type { DeadlineReason } from './reasons.ts';
import { oneLine } from './vietnamese-text.ts';

export interface DeadlineReading {
  deadline: ReadDeadline;
  confidence: number;
  reason: DeadlineReason;
}

type Read = (part: Partial<ReadDeadline>, confidence: number, reason: DeadlineReason) => DeadlineReading;

const EACH = '(?:hang|moi|tung|cac|dinh ky(?: theo)?)';
/** "hằng tháng", "2 lần/năm", "3 tháng một lần"; the shortest rhythm that is named counts. */
const CADENCES: readonly [Cadence, RegExp, number][] = [
  ['DAILY', cadence('ngay', ''), 0.95],
  ['WEEKLY', cadence('tuan', '|\\bchieu thu \\w+ tuan'), 0.95],
  ['MONTHLY', cadence('thang', '|\\bngay \\d{1,2} cua thang(?! (?:\\d|dau|cuoi|thu|ke|sau))'), 0.95],
  [
    'QUARTERLY',
    cadence('quarter', '|\\b0?3 thang ?(?:\\/|mot|1|01)? ?(?:0?1 )?lan|\\b(?:moi|hang|dinh ky) 0?3 thang\\b'),
    0.95,
  ],
  [
    'QUARTERLY',
    /\b(?:thang|tuan|ngay) (?:dau|cuoi|thu \w+)(?: cung| tien)?(?: cua)?(?: moi| cac)? quarter\b(?! (?:iv|i{1,3}|[1-4])\b)/,
    0.9,
  ],
  ['YEARLY', cadence('nam', ''), 0.95],
  // What has no day of its own and no number is repeated, as far as one can tell.
  ['WEEKLY', /\b(?:dau|cuoi) tuan\b|\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b(?!.*\d)/, 0.65],
  [
    'MONTHLY',
    /\b(?:dau|giua|cuoi|ngay \d{1,2}|ngay (?:lam viec )?cuoi cung)(?: cua)? thang\b(?! (?:\d|nay|sau|toi))|\bngay \d{1,2}(?: cua)? thang (?:sau|ke tiep|lien ke)\b/,
    0.65,
  ],
  ['QUARTERLY', /\b(?:dau|giua|cuoi)(?: cua)? quarter\b(?! (?:iv|i{1,3}|[1-4]|nay|sau)\b)/, 0.65],
];

function cadence(unit: string, more: string): RegExp {
  return new RegExp(
    `\\b${EACH} (?:0?1 )?${unit}\\b(?! (?:tiep theo|toi|sau|\\d))|\\btheo ${unit}\\b(?! (?:\\d|hoc|iv|i{1,3}))` +
      `|(?<!\\d )\\b(?:0?1 )?${unit} ?(?:\\/ ?|mot |(?=0?1 lan))(?:0?1 )?lan\\b|\\blan ?(?:\\/|moi|trong|tren|mot) ?(?:0?1 |mot )?${unit}\\b${more}`,
  );
}
/** Repeated, but in none of the rhythms that a task can have. */
const OTHER_RHYTHM =
  /\b(?:0?6|sau) thang ?(?:\/|mot|1|01)? ?(?:0?1 )?lan\b|\b(?:moi|hang|dinh ky) (?:0?6|sau) thang\b|\b(?:0?2|hai) tuan ?(?:\/|mot|1|01)? ?(?:0?1 )?lan\b/;

const CONTINUOUS =
  /\bthuong xuyen\b|\blien tuc\b|\bthuong ky\b|\btrong suot\b|\bduy tri\b|\bquanh nam\b|\blau dai\b|\bthuong truc\b/;
const YEARS_AFTER = /\b(?:cac|nhung)? ?nam (?:tiep theo|ke tiep|sau|toi)\b|\bve sau\b/;
const DONE =
  /\b(?:da|duoc) (?:hoan thanh|hoan tat|thuc hien|xong|ban hanh|trien khai xong|to chuc)\b|^(?:hoan thanh|xong)$/;
const OPEN_EVENT =
  /\b(?:ngay |sau )*(?<!\b(?:truoc|trong) )khi\b|\bngay sau\b|\bke tu (?:khi|ngay|luc)\b|\b(?:trong|sau)(?: vong| thoi han)? \d+ (?:ngay|thang|tuan|@gio)|\btrong (?:vong|thoi han) \d+|\bsau (?:hoi nghi|cuoc hop|ky hop|khai mac)/;
const ON_DEMAND =
  /\b(?:theo|khi co) (?:yeu cau|de nghi|tinh hinh|thuc te|phat sinh|nhu cau)\b|^dot xuat|^phat sinh|\btuy (?:theo )?tinh hinh\b/;
const SITTING = /\bky hop\b/;
const UPSTREAM =
  /\b(?:theo|bam sat|cung voi)(?: dung)? (?:ke hoach|lo trinh|tien do|huong dan|chi dao|chuong trinh|thoi gian|thoi han|quy dinh|quy che|quy trinh|quy hoach|thong bao|tung|de an|du an|lich|phan cong|cong van|nghi quyet|quyet dinh|nghi dinh|van ban)\b/;
const FOLLOWING = /^(?:(?:thuc hien|hoan thanh|trien khai|bao dam|dam bao) )*theo\b/;
const ONLY_START =
  /^(?:thuc hien |bat dau |trien khai |ap dung |hoan thanh )*(?:(?:ke )?tu|sau)\b(?! (?:khi|thang (?:dau|cuoi)))/;
const PHASE = /\b(?:giai doan|dot) (?:thu )?(?:\d{1,2}(?!\d)|iv\b|i{1,3}\b|nhat\b|mot\b|hai\b|ba\b|dau\b)/;
const PARTS = /\b(?:theo|chia|thanh|gom)(?: tung| cac| \d)? (?:giai doan|dot)\b/;
const STATED = /[,;]|\b(?:hoan thanh|xong|trong|den|truoc)\b/;
const UNSURE_BEFORE = /\btruoc\b(?! (?:het|cuoi|mat|va trong|khi))/;

/** Reads the words of a deadline. `year` is the plan's, for a month or quarter that names none. */
export function readDeadline(words: string, year: number | null): DeadlineReading {
  const text = oneLine(words)
    .replace(/^[-+•*]\s*/, '')
    .replace(/[\s.;,]+$/, '');
  const none: ReadDeadline = {
    kind: 'NONE',
    text,
    startsOn: null,
    dueOn: null,
    cadence: null,
    thenOngoing: false,
  };
  if (!/[\p{L}\d]/u.test(text)) return { deadline: { ...none, text: '' }, confidence: 0.9, reason: 'EMPTY' };
  const plain = deadlineWords(text);
  const { found, rest } = momentsIn(plain, year);
  const strange = rest.replace(KNOWN_WORDS, ' ').match(/[a-z]+/g)?.length ?? 0;
  return readWords(plain, found, (part, confidence, reason) => ({
    deadline: { ...none, ...part },
    // Much more than a time is said: it may be another time than the one that was found.
    confidence: strange > 9 ? Math.min(confidence, 0.78) : confidence,
    reason,
  }));
}

function readWords(plain: string, moments: Moment[], read: Read): DeadlineReading {
  const last = moments.at(-1);
  const continuous = CONTINUOUS.exec(plain);
  const ongoing = continuous !== null || YEARS_AFTER.test(plain);
  const done = DONE.exec(plain);
  if (done && (!last || (done.index === 0 && done[0].startsWith('da') && !PHASE.test(plain))))
    return read({ kind: 'DONE', thenOngoing: ongoing }, last ? 0.78 : done[0].startsWith('duoc') ? 0.7 : 0.95, 'DONE');
  // The phases have their own dates; the task as a whole has none.
  if (PHASE.test(plain) || PARTS.test(plain))
    return read({ kind: 'PHASED', thenOngoing: ongoing }, last ? 0.88 : 0.75, 'PHASES');
  const opensOngoing =
    continuous !== null &&
    /^(?:nhiem vu|thuc hien|trien khai|cong viec|la|\s)*$/.test(plain.slice(0, continuous.index));
  const rhythm = CADENCES.find(([, pattern]) => pattern.test(plain));
  const rhythmAt = rhythm ? plain.search(rhythm[1]) : -1;
  if (rhythm && !(last && rhythm[2] < 0.8) && !endsFirst(plain, last, rhythmAt))
    return recurring(rhythm, plain, moments, { opensOngoing, ongoing }, read);
  if (OTHER_RHYTHM.test(plain)) return read({ kind: 'RECURRING' }, 0.7, 'CADENCE');
  if (last) return dated(plain, moments, last, { opensOngoing, ongoing, rhythm: rhythm !== undefined }, read);
  if (opensOngoing) return read({ kind: 'ONGOING' }, 0.95, 'ONGOING');
  if (OPEN_EVENT.test(plain)) return read({ kind: 'UPON_EVENT', thenOngoing: ongoing }, ongoing ? 0.75 : 0.92, 'EVENT');
  if (ON_DEMAND.test(plain)) return read({ kind: ongoing ? 'ONGOING' : 'UPON_EVENT' }, ongoing ? 0.78 : 0.88, 'EVENT');
  if (UPSTREAM.test(plain)) return read({ kind: 'PER_UPSTREAM_PLAN' }, ongoing ? 0.78 : 0.92, 'UPSTREAM');
  if (ongoing) return read({ kind: 'ONGOING' }, 0.93, 'ONGOING');
  if (SITTING.test(plain)) return read({ kind: 'UPON_EVENT' }, 0.6, 'EVENT');
  if (/^(?:truoc|sau) (?!(?:ngay|thang|quarter|nam)$)/.test(plain)) return read({ kind: 'UPON_EVENT' }, 0.6, 'EVENT');
  if (FOLLOWING.test(plain)) return read({ kind: 'PER_UPSTREAM_PLAN' }, 0.7, 'UPSTREAM');
  if (/^dinh ky\b/.test(plain)) return read({ kind: 'RECURRING' }, 0.6, 'CADENCE');
  if (/^(?:khong(?: co| quy dinh| xac dinh)?(?: thoi han| thoi gian)?|x)$/.test(plain))
    return read({ kind: 'NONE' }, 0.85, 'NONE_STATED');
  return read({ kind: 'NONE' }, 0.3, 'NOT_UNDERSTOOD');
}

/** "Hoàn thành trước 30/9/2025, báo cáo hằng tháng": a day that ends it stands before the rhythm of its reports. */
const endsFirst = (plain: string, last: Moment | undefined, rhythmAt: number): boolean =>
  last !== undefined &&
  last.end < rhythmAt &&
  /\b(?:hoan thanh|xong|truoc|cham nhat|muon nhat)\b/.test(plain.slice(0, last.at)) &&
  /[,;(]|\bva\b|\bbao cao\b/.test(plain.slice(last.end, rhythmAt));

interface Continuity {
  /** It begins by saying that it is continuous. */
  opensOngoing: boolean;
  ongoing: boolean;
}

function recurring(
  [rhythm, , sure]: (typeof CADENCES)[number],
  plain: string,
  moments: readonly Moment[],
  { opensOngoing, ongoing }: Continuity,
  read: Read,
): DeadlineReading {
  if (rhythm === 'YEARLY' && opensOngoing && moments.length === 0) return read({ kind: 'ONGOING' }, 0.85, 'ONGOING');
  const yearly = rhythm === 'YEARLY' && moments.length === 1 && moments[0]?.kind === 'DATE';
  const one =
    ongoing || /\b(?:[2-9]|0[2-9]|1\d|hai|ba|bon) lan\b/.test(plain) || OTHER_RHYTHM.test(plain) ? 0.75 : sure;
  return read(
    { kind: 'RECURRING', cadence: rhythm },
    moments.length === 0 ? one : yearly ? Math.min(one, 0.9) : 0.75,
    'CADENCE',
  );
}

function dated(
  plain: string,
  moments: readonly Moment[],
  last: Moment,
  { opensOngoing, ongoing, rhythm }: Continuity & { rhythm: boolean },
  read: Read,
): DeadlineReading {
  const first = moments[0] ?? last;
  if (last.dueOn === null) return read({ kind: last.kind === 'DATE' ? 'NONE' : last.kind }, last.sure, 'NO_SUCH_DAY');
  const until = /\b(?:den|toi)\b/.test(plain);
  if (moments.length === 1 && !until && (ONLY_START.test(plain) || /\btro di\b/.test(plain.slice(last.end))))
    return read({ kind: 'ONGOING', startsOn: last.startsOn }, 0.75, 'ONLY_START');
  if (OPEN_EVENT.test(plain.slice(0, last.at)) && last.before === null)
    return read({ kind: 'UPON_EVENT' }, 0.7, 'EVENT');
  // "Theo kế hoạch năm 2025 của …": the year is the plan's name.
  if (
    last.kind === 'END_OF_YEAR' &&
    FOLLOWING.test(plain) &&
    UPSTREAM.test(plain) &&
    !STATED.test(plain.slice(6, last.at))
  )
    return read({ kind: 'PER_UPSTREAM_PLAN' }, 0.75, 'UPSTREAM');
  if (opensOngoing && !until && /\btu\b/.test(plain.slice(0, last.at)))
    return read({ kind: 'ONGOING', startsOn: first.startsOn }, 0.75, 'ONLY_START');
  if (opensOngoing && last.kind === 'END_OF_YEAR' && !until)
    return read({ kind: 'ONGOING' }, /\d/.test(plain) ? 0.75 : 0.93, 'ONGOING');
  const range = moments.slice(1).every(({ joined }) => joined === 'RANGE') || /^(?:\S+ ){0,3}tu\b.*\bden\b/.test(plain);
  const running = moments.slice(1).every((moment, index) => follows(moments[index], moment));
  const startsOn =
    moments.length > 1 && (range || running) && first.startsOn && first.startsOn < last.dueOn ? first.startsOn : null;
  const doubts = [
    last.sure,
    moments.length > 1 && !range ? (running ? 0.82 : 0.7) : 1,
    last.before === null && UNSURE_BEFORE.test(plain) ? 0.75 : 1,
    rhythm || SITTING.test(plain) || /\b(?:nhiem ky|nam hoc)\b/.test(plain) || opensOngoing ? 0.75 : 1,
  ];
  const sure = Math.min(...doubts);
  const thenOngoing = ongoing && !(opensOngoing && until);
  if (last.before === null)
    return read(
      { kind: last.kind, dueOn: last.dueOn, startsOn, thenOngoing },
      sure,
      moments.length > 1 && !range && !running ? 'SEVERAL_TIMES' : 'NAMED_TIME',
    );
  // Until an hour of a day, the day itself is still good.
  const named = last.kind === 'DATE' ? last.dueOn : (last.startsOn ?? last.dueOn);
  return read(
    { kind: 'BEFORE_DATE', dueOn: last.before === 'HOUR' ? named : dayBefore(named), startsOn, thenOngoing },
    Math.min(sure, last.kind === 'DATE' ? 1 : 0.85),
    'BEFORE_NAMED_DAY',
  );
}

/** The period right after the one before it, as in "quý III, IV". */
const follows = (one: Moment | undefined, next: Moment): boolean =>
  next.joined === 'RANGE' ||
  (next.joined === 'LIST' &&
    next.kind !== 'DATE' &&
    one?.dueOn != null &&
    one.dueOn === dayBefore(next.startsOn ?? ''));

/** A second date in the content ("… hoàn thành trước ngày 15/6/2025 …") that the deadline column does not state. */
export function datesInContent(content: string, year: number | null): string[] {
  const plain = deadlineWords(content);
  const dates = [...plain.matchAll(/\b(hoan thanh|truoc|den het|chi den|xong|trong)\b[^.;]{0,40}/g)]
    .flatMap((match) => momentsIn(match[0], year, false).found)
    .map((moment) => moment.dueOn)
    .filter((date) => date !== null);
  return [...new Set(dates)];
}
