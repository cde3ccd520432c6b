import { DeadlineKind } from '../tasks/deadline.ts';
import { TaskStanding } from '../tasks/task.standing.ts';
import { TaskState } from '../tasks/task.state.ts';

/** The words of the exported sheet: it is a Vietnamese document, whatever language the portal is read in. */
export const SHEET = {
  name: 'Nhiệm vụ',
  title: 'DANH SÁCH NHIỆM VỤ',
  asOf: (date: string): string => `Số liệu đến ngày ${date}`,
  filters: (filters: string): string => `Điều kiện lọc: ${filters}`,
  noFilter: 'không lọc (mọi nhiệm vụ được xem)',
  fileName: (today: string): string => `Nhiệm vụ đến ${today}.xlsx`,
};

export const COLUMNS = [
  { key: 'place', title: 'TT', width: 6 },
  { key: 'plan', title: 'Văn bản', width: 18 },
  { key: 'group', title: 'Mục', width: 28 },
  { key: 'number', title: 'Số', width: 8 },
  { key: 'title', title: 'Nhiệm vụ', width: 60 },
  { key: 'leads', title: 'Đơn vị chủ trì', width: 34 },
  { key: 'coordinators', title: 'Đơn vị phối hợp', width: 34 },
  { key: 'deadline', title: 'Thời hạn (theo văn bản)', width: 26 },
  { key: 'dueOn', title: 'Hạn cuối', width: 12 },
  { key: 'standing', title: 'Tình trạng', width: 18 },
  { key: 'state', title: 'Trạng thái xử lý', width: 18 },
  { key: 'percent', title: 'Tiến độ (%)', width: 11 },
  { key: 'bearers', title: 'Đơn vị đã xong', width: 14 },
  { key: 'completedOn', title: 'Ngày hoàn thành', width: 15 },
  { key: 'daysLate', title: 'Số ngày chậm', width: 12 },
  { key: 'expectedResult', title: 'Kết quả dự kiến', width: 30 },
  { key: 'basis', title: 'Căn cứ', width: 26 },
  { key: 'summary', title: 'Báo cáo gần nhất', width: 44 },
  { key: 'obstacle', title: 'Khó khăn, vướng mắc', width: 34 },
] as const;

export const STANDING_WORDS: Record<TaskStanding, string> = {
  COMPLETED: 'Hoàn thành',
  COMPLETED_LATE: 'Hoàn thành quá hạn',
  IN_PROGRESS: 'Đang thực hiện',
  AT_RISK: 'Nguy cơ chậm',
  OVERDUE: 'Quá hạn',
  NOT_DUE: 'Chưa đến hạn',
};

export const STATE_WORDS: Record<TaskState, string> = {
  NOT_STARTED: 'Chưa báo cáo',
  IN_PROGRESS: 'Đang thực hiện',
  AWAITING_APPROVAL: 'Chờ thủ trưởng duyệt',
  RETURNED: 'Bị trả lại',
  AWAITING_CONFIRMATION: 'Chờ xác nhận',
  COMPLETED: 'Đã xác nhận hoàn thành',
  CANCELLED: 'Đã hủy',
};

export const KIND_WORDS: Record<DeadlineKind, string> = {
  DATE: 'Theo ngày',
  BEFORE_DATE: 'Trước ngày',
  END_OF_MONTH: 'Trong tháng',
  END_OF_QUARTER: 'Trong quý',
  END_OF_YEAR: 'Trong năm',
  RECURRING: 'Định kỳ',
  ONGOING: 'Thường xuyên',
  UPON_EVENT: 'Khi có sự kiện',
  PER_UPSTREAM_PLAN: 'Theo kế hoạch cấp trên',
  PHASED: 'Theo giai đoạn',
  DONE: 'Đã hoàn thành',
  NONE: 'Không nêu thời hạn',
};

export const FILTER_WORDS = {
  search: 'từ khóa',
  planId: 'văn bản',
  taskGroupId: 'mục',
  unitId: 'đơn vị tham gia',
  leadUnitId: 'đơn vị chủ trì',
  coordinatingUnitId: 'đơn vị phối hợp',
  bloc: 'khối',
  standing: 'tình trạng',
  state: 'trạng thái xử lý',
  deadlineKind: 'loại thời hạn',
  dueFrom: 'hạn từ ngày',
  dueTo: 'hạn đến ngày',
  assignedToMe: 'giao cho tôi',
} as const;

export const BLOC_WORDS = { PARTY: 'Khối Đảng', GOVERNMENT: 'Khối chính quyền' } as const;
export const YES = 'có';

export const vietnameseDate = (date: string | null): string =>
  date === null ? '' : date.split('-').reverse().join('/');
