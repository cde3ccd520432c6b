import type { Hierarchy, UnitNode } from '@lienthong/policy/hierarchy';
import { lateBySeconds } from '../obligations/obligation.state.ts';
import { reportersOn } from '../obligations/reporters.ts';
import { addDays, type CivilDate, instantOf } from '../regimes/civil-date.ts';
import { type Period, periodsBetween, type Rhythm, resolutionDay } from '../regimes/period.ts';
import type { ReportingRegime } from '../regimes/regime.entity.ts';
import type { FigureValue } from '../reports/figure.ts';
import { randomOf } from './random.ts';
import type { SeededRegime } from './regime-seed.ts';

/** The day on which the demonstration stands. */
export const DEMONSTRATION_DAY: CivilDate = '2025-11-20';

const SEED = 'liên thông 2025';
const MOST_TASKS = 5;

export interface DemonstrationReport {
  unit: UnitNode;
  period: Period;
  state: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  submittedAt: Date;
  late: number;
  decidedAt: Date | null;
  reason: string | null;
  enteredAt: Date | null;
  summary: string;
  obstacles: string | null;
  proposals: string | null;
  figures: FigureValue[];
  taskIds: readonly string[];
}

export interface DemonstrationPeriod {
  regime: ReportingRegime;
  period: Period;
  units: string[];
  reports: DemonstrationReport[];
}

/** How far back each rhythm is filled: two weeks of days, four of weeks, all months and quarters of the regime. */
const DAYS_BACK: Record<Rhythm['cadence'], number> = {
  DAILY: 13,
  WEEKLY: 27,
  MONTHLY: 400,
  QUARTERLY: 400,
  YEARLY: 400,
  ONCE: 400,
  AD_HOC: 0,
};

export interface DemonstrationWorld {
  seeded: readonly SeededRegime[];
  hierarchy: Hierarchy;
  /** Units of which someone can sign in: they are left the reports of the day and those still open, to have something to do. */
  unitsWithAccounts: ReadonlySet<string>;
  leadTasks: (planId: string | null, unitId: string) => readonly string[];
  /** Nothing is handed in after this instant. */
  now: Date;
}

/** Two weeks of daily and four of weekly reports, and the months before, as they could stand on the demonstration day. */
export function demonstrationPeriods(world: DemonstrationWorld): DemonstrationPeriod[] {
  const { seeded, hierarchy, unitsWithAccounts, now } = world;
  return seeded.flatMap(({ regime, reporters }) =>
    periodsBetween(regime, addDays(DEMONSTRATION_DAY, -DAYS_BACK[regime.cadence]), DEMONSTRATION_DAY).map((period) => {
      const units = reportersOn(hierarchy, regime, reporters, resolutionDay(regime, period));
      const isOpen = period.dueAt > now;
      const isLeft = isOpen || period.to >= DEMONSTRATION_DAY;
      const reporting = units.filter((id) => !(isLeft && unitsWithAccounts.has(id)));
      return {
        regime,
        period,
        units,
        reports: reporting.flatMap((id) => reportOf(world, regime, period, hierarchy.unit(id), isOpen) ?? []),
      };
    }),
  );
}

const hours = (count: number): number => count * 3_600_000;

function reportOf(
  { leadTasks, now }: DemonstrationWorld,
  regime: ReportingRegime,
  period: Period,
  unit: UnitNode,
  isOpen: boolean,
): DemonstrationReport | null {
  const habit = randomOf(SEED, 'habit', unit.id)();
  const random = randomOf(SEED, regime.id, unit.id, period.from);
  const submittedAt = handingIn(regime, period, habit < 0.08, isOpen, random);
  if (!submittedAt || submittedAt > now || submittedAt < instantOf(period.from, '00:00')) return null;
  const fate = random();
  const decidedAt = new Date(submittedAt.getTime() + hours(0.5 + random() * 5));
  const isDecided = decidedAt < now && regime.recipientUnitId !== null && fate < 0.95;
  const isReturned = isDecided && fate < 0.03;
  const isEntered = isDecided && !isReturned && regime.cadence === 'DAILY' && fate < 0.8;
  const { figures, sentence } = figuresOf(unit, period);
  return {
    unit,
    period,
    state: isReturned ? 'RETURNED' : isDecided ? 'ACCEPTED' : 'SUBMITTED',
    submittedAt,
    late: lateBySeconds(period.dueAt, submittedAt),
    decidedAt: isDecided ? decidedAt : null,
    reason: isReturned ? pick(RETURN_REASONS, random()) : null,
    enteredAt: isEntered ? new Date(decidedAt.getTime() + 20 * 60_000) : null,
    summary: `${sentence} ${pick(WORK, random())}`,
    obstacles: random() < 0.25 ? pick(OBSTACLES, random()) : null,
    proposals: fate > 0.88 ? pick(PROPOSALS, habit) : null,
    figures,
    taskIds: leadTasks(regime.planId, unit.id).slice(0, MOST_TASKS),
  };
}

/** Units with a weak habit, a twelfth of all, are late or missing more often. Of what is still open, four in ten are in. */
function handingIn(
  { cadence }: ReportingRegime,
  { dueAt }: Period,
  isWeak: boolean,
  isOpen: boolean,
  random: () => number,
): Date | null {
  const [missing, late] = isWeak ? [0.4, 0.35] : [0.03, 0.07];
  const diligence = random();
  if (diligence < (isOpen ? 0.6 : missing)) return null;
  const isLate = !isOpen && diligence < missing + late;
  const isDaily = cadence === 'DAILY';
  const away = isLate ? random() * hours(isDaily ? 4 : 40) : -60_000 - random() * hours(isDaily ? 2.5 : 30);
  return new Date(dueAt.getTime() + away);
}

/** A unit's figures grow slowly from period to period, never jump. */
function figuresOf(unit: UnitNode, period: Period): { figures: FigureValue[]; sentence: string } {
  const random = randomOf(SEED, 'figures', unit.id);
  const share = 0.35 + random() * 0.35 + weeksSince(period.to) * 0.01;
  const total = unit.tier === 'COMMUNE' ? 6 + Math.floor(random() * 5) : 8 + Math.floor(random() * 20);
  const done = Math.min(total, Math.floor(total * share));
  const late = Math.floor(done * random() * 0.25);
  const rest = total - done;
  const overdue = Math.floor(rest * random() * 0.3);
  const atRisk = Math.floor((rest - overdue) * random() * 0.3);
  const notDue = Math.floor((rest - overdue - atRisk) * random() * 0.5);
  const counts: Record<string, number> = {
    tasksTotal: total,
    tasksCompleted: done - late,
    tasksCompletedLate: late,
    tasksInProgress: rest - overdue - atRisk - notDue,
    tasksAtRisk: atRisk,
    tasksOverdue: overdue,
    tasksNotDue: notDue,
  };
  const typed = { documentsIssued: Math.floor(share * 9), inspectionsHeld: Math.floor(share * 4) };
  return {
    figures: [
      ...Object.entries(counts).map(([key, value]) => ({ key, value, prefilled: value, note: null })),
      ...Object.entries(typed).map(([key, value]) => ({ key, value, prefilled: null, note: null })),
    ],
    sentence: `Đến ${period.to.slice(8)}/${period.to.slice(5, 7)}, đơn vị hoàn thành ${done}/${total} nhiệm vụ được giao, ${overdue} nhiệm vụ quá hạn.`,
  };
}

function weeksSince(day: CivilDate): number {
  return Math.max(0, Math.round((Date.parse(day) - Date.parse('2025-07-01')) / hours(24 * 7)));
}

function pick(texts: readonly string[], chance: number): string {
  return texts[Math.floor(chance * texts.length)] ?? '';
}

const WORK = [
  'Đã rà soát tiến độ từng nhiệm vụ và giao lại người chịu trách nhiệm.',
  'Đã kiểm tra việc xử lý hồ sơ trên môi trường mạng tại bộ phận một cửa.',
  'Đã cập nhật minh chứng cho các nhiệm vụ hoàn thành trong kỳ.',
  'Đã tập huấn cho cán bộ phụ trách về hệ thống quản lý văn bản.',
  'Đã phối hợp kiểm tra đường truyền và thiết bị đầu cuối.',
  'Không phát sinh nhiệm vụ mới; các việc đang làm giữ đúng kế hoạch.',
];

const OBSTACLES = [
  'Đường truyền tại một số thôn, bản còn yếu, có lúc gián đoạn.',
  'Thiếu cán bộ chuyên trách công nghệ thông tin sau khi sắp xếp bộ máy.',
  'Một số chữ ký số chưa được cấp lại theo tên đơn vị mới.',
  'Dữ liệu bàn giao từ đơn vị cũ còn thiếu trường thông tin.',
  'Máy trạm đã cũ, chưa đáp ứng yêu cầu cài phần mềm bảo mật.',
];

const PROPOSALS = [
  'Đề nghị sớm cấp lại chứng thư số cho lãnh đạo và văn thư.',
  'Đề nghị hướng dẫn thống nhất mẫu số liệu giữa các chế độ báo cáo.',
  'Đề nghị bố trí kinh phí thay thế thiết bị đã hết khấu hao.',
];

const RETURN_REASONS = [
  'Số nhiệm vụ quá hạn chưa khớp với danh mục; đề nghị rà soát và nêu nguyên nhân.',
  'Chưa nêu minh chứng cho nhiệm vụ báo cáo hoàn thành.',
  'Phần kết quả thực hiện còn chung chung, đề nghị nêu rõ việc đã làm trong kỳ.',
];
