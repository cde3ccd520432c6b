import { addDays, type CivilDate, inWords, yearMonthOf } from './civil-date.ts';
import type { Period, Rhythm } from './period.ts';

export type Locale = 'vi' | 'en';

const WEEKDAYS_VI = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const WEEKDAYS_EN = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const MONTHS_EN = [
  '',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const weekday = (locale: Locale, day: number | null): string =>
  (locale === 'vi' ? WEEKDAYS_VI : WEEKDAYS_EN)[day ?? 7] ?? '';

/** The rule of a regime as one phrase: "hằng tuần, trước 08:00 thứ Năm". */
export function ruleInWords(rhythm: Rhythm, locale: Locale): string {
  return locale === 'vi' ? ruleInVietnamese(rhythm) : ruleInEnglish(rhythm);
}

function ruleInVietnamese(rhythm: Rhythm): string {
  const wholeDay = rhythm.dueTime === '24:00';
  const time = wholeDay ? '' : `${rhythm.dueTime} `;
  const before = (nextDay: string, sameDay: string) => (wholeDay ? `trước ${nextDay}` : `trước ${time}${sameDay}`);
  switch (rhythm.cadence) {
    case 'DAILY':
      return `${rhythm.workingDaysOnly ? 'hằng ngày làm việc' : 'hằng ngày'}, ${wholeDay ? 'trong ngày' : `trước ${rhythm.dueTime}`}`;
    case 'WEEKLY':
      return wholeDay
        ? `hằng tuần, chậm nhất ${weekday('vi', rhythm.dueWeekday)}`
        : `hằng tuần, trước ${rhythm.dueTime} ${weekday('vi', rhythm.dueWeekday)}`;
    case 'MONTHLY':
    case 'QUARTERLY': {
      const often = rhythm.cadence === 'MONTHLY' ? 'hằng tháng' : 'hằng quý';
      const where = rhythm.cadence === 'MONTHLY' ? '' : ' tháng cuối quý';
      if (rhythm.dueDay === null)
        return `${often}, chậm nhất ngày cuối cùng của ${rhythm.cadence === 'MONTHLY' ? 'tháng' : 'quý'}`;
      return `${often}, ${before(`ngày ${rhythm.dueDay + 1}`, `ngày ${rhythm.dueDay}`)}${where}`;
    }
    case 'YEARLY':
      return `hằng năm, chậm nhất ${rhythm.dueOn ? `ngày ${inWords(rhythm.dueOn).slice(0, 5)}` : 'ngày 31/12'}`;
    case 'ONCE':
      return rhythm.dueOn
        ? `một lần, ${before(`ngày ${inWords(addDays(rhythm.dueOn, 1))}`, `ngày ${inWords(rhythm.dueOn)}`)}`
        : 'một lần';
    case 'AD_HOC':
      return 'đột xuất, khi có yêu cầu';
  }
}

function ruleInEnglish(rhythm: Rhythm): string {
  const wholeDay = rhythm.dueTime === '24:00';
  const before = (nextDay: string, sameDay: string) =>
    wholeDay ? `before ${nextDay}` : `before ${rhythm.dueTime} on ${sameDay}`;
  switch (rhythm.cadence) {
    case 'DAILY':
      return `every ${rhythm.workingDaysOnly ? 'working day' : 'day'}, ${wholeDay ? 'within the day' : `before ${rhythm.dueTime}`}`;
    case 'WEEKLY':
      return wholeDay
        ? `every week, by ${weekday('en', rhythm.dueWeekday)}`
        : `every week, before ${rhythm.dueTime} on ${weekday('en', rhythm.dueWeekday)}`;
    case 'MONTHLY':
    case 'QUARTERLY': {
      const often = rhythm.cadence === 'MONTHLY' ? 'every month' : 'every quarter';
      const where = rhythm.cadence === 'MONTHLY' ? '' : ' of its last month';
      if (rhythm.dueDay === null) return `${often}, by its last day`;
      return `${often}, ${before(`day ${rhythm.dueDay + 1}`, `day ${rhythm.dueDay}`)}${where}`;
    }
    case 'YEARLY':
      return `every year, by ${rhythm.dueOn ? inWords(rhythm.dueOn).slice(0, 5) : '31/12'}`;
    case 'ONCE':
      return rhythm.dueOn ? `once, ${before(inWords(addDays(rhythm.dueOn, 1)), inWords(rhythm.dueOn))}` : 'once';
    case 'AD_HOC':
      return 'when asked for';
  }
}

/** What people call a period: "Tháng 11/2025", "Tuần 14/11–20/11/2025". */
export function periodInWords(cadence: Rhythm['cadence'], period: Pick<Period, 'from' | 'to'>, locale: Locale): string {
  const { year, month } = yearMonthOf(period.to);
  const range = `${inWords(period.from).slice(0, 5)}–${inWords(period.to)}`;
  const capital = (vi: string, en: string): string => (locale === 'vi' ? vi : en);
  switch (cadence) {
    case 'DAILY':
      return capital(`Ngày ${inWords(period.to)}`, `Day ${inWords(period.to)}`);
    case 'WEEKLY':
      return capital(`Tuần ${range}`, `Week ${range}`);
    case 'MONTHLY':
      return capital(`Tháng ${month}/${year}`, `${MONTHS_EN[month]} ${year}`);
    case 'QUARTERLY':
      return capital(`Quý ${romanQuarter(month)}/${year}`, `Quarter ${Math.ceil(month / 3)}/${year}`);
    case 'YEARLY':
      return capital(`Năm ${year}`, `Year ${year}`);
    case 'ONCE':
      return capital(`Đến ngày ${inWords(period.to)}`, `Up to ${inWords(period.to)}`);
    case 'AD_HOC':
      return capital(`Đột xuất ${inWords(period.to)}`, `On request ${inWords(period.to)}`);
  }
}

/** Quarters are numbered in Roman figures in Vietnamese documents. */
function romanQuarter(month: number): string {
  return ['I', 'II', 'III', 'IV'][Math.ceil(month / 3) - 1] ?? '';
}

export function dayInWords(date: CivilDate, locale: Locale): string {
  if (locale === 'en') return inWords(date);
  const { year, month } = yearMonthOf(date);
  const two = (value: number, always: boolean) => (always ? String(value).padStart(2, '0') : String(value));
  // NĐ 30/2020 asks for a leading zero on days below 10 and on January and February only.
  return `ngày ${two(Number(date.slice(8)), true)} tháng ${two(month, month < 3)} năm ${year}`;
}
