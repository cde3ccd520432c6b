import type { Locale } from '@lienthong/kit/refusal';
import type { Duty } from './coverage.state.ts';

export const dutyLabels: Record<Locale, Record<Duty, string>> = {
  vi: {
    SYSTEMS: 'Hệ thống',
    LEVEL: 'Cấp độ',
    DOSSIER: 'Hồ sơ',
    CERTIFICATE: 'Chứng thư',
    HEADERS: 'Tiêu đề bảo mật',
    FRESHNESS: 'Độ mới kết quả',
  },
  en: {
    SYSTEMS: 'Systems',
    LEVEL: 'Level',
    DOSSIER: 'Dossier',
    CERTIFICATE: 'Certificate',
    HEADERS: 'Security headers',
    FRESHNESS: 'Freshness',
  },
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const coverageWords: Record<Locale, Record<string, (count: number) => string>> = {
  vi: {
    NOT_REGISTERED: () => 'Chưa đăng ký',
    REGISTERED: (count) => `${count} hệ thống`,
    NOTHING_TO_APPROVE: () => 'Chưa có',
    ALL_APPROVED: () => 'Đã phê duyệt đủ',
    NOT_APPROVED: (count) => `${count} chưa phê duyệt`,
    NO_DOSSIER: () => 'Chưa có',
    BEING_WRITTEN: (count) => `${count} đang soạn thảo`,
    TO_REDETERMINE: (count) => `${count} cần xác định lại`,
    UNDER_WAY: (count) => `${count} đang xử lý`,
    DONE: () => 'Hoàn thành',
    NOT_CHECKED: () => 'Chưa kiểm tra',
    FAILED: (count) => `${count} không đạt`,
    UNKNOWN: (count) => `${count} chưa xác định`,
    PASSED: () => 'Đạt',
    NO_CHECKS: () => 'Không có phép kiểm tra',
    FRESH: () => 'Còn mới',
    STALE: (count) => `${count} quá hạn`,
  },
  en: {
    NOT_REGISTERED: () => 'None registered',
    REGISTERED: (count) => plural(count, 'system', 'systems'),
    NOTHING_TO_APPROVE: () => 'None yet',
    ALL_APPROVED: () => 'All approved',
    NOT_APPROVED: (count) => `${count} not approved`,
    NO_DOSSIER: () => 'None yet',
    BEING_WRITTEN: (count) => `${count} being written`,
    TO_REDETERMINE: (count) => `${count} to be determined anew`,
    UNDER_WAY: (count) => `${count} under way`,
    DONE: () => 'Done',
    NOT_CHECKED: () => 'Not checked',
    FAILED: (count) => `${count} failed`,
    UNKNOWN: (count) => `${count} unknown`,
    PASSED: () => 'Passed',
    NO_CHECKS: () => 'No checks',
    FRESH: () => 'Fresh',
    STALE: (count) => `${count} stale`,
  },
};
