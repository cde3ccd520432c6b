import type { ReportState } from '../reports/report.state.ts';

/** The words of the consolidated paper: its form is prescribed in Vietnamese, whatever language the portal is read in. */
export const PAPER = {
  kind: 'BÁO CÁO',
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  recipients: 'Nơi nhận:',
  subject: (regime: string, period: string): string => `Tổng hợp ${regime} (${period})`,
  submitted: (submitted: number, all: number, late: number): string =>
    `${submitted}/${all} đơn vị đã báo cáo (${submitted - late} đúng hạn, ${late} muộn)`,
  accepted: (count: number): string => `${count} báo cáo đã tiếp nhận`,
  returned: (count: number): string => `${count} báo cáo trả lại để bổ sung, chưa tính vào số liệu`,
  missing: (count: number): string => `${count} đơn vị chưa báo cáo`,
  noneMissing: 'không còn đơn vị chưa báo cáo',
  summary: (time: string, day: string, parts: readonly string[]): string =>
    `Đến ${time} ngày ${day}, ${parts.join('; ')}.`,
  totals: { heading: 'I. SỐ LIỆU TỔNG HỢP', columns: ['TT', 'Nội dung', 'Tổng số'] },
  units: {
    heading: 'II. TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ',
    columns: ['TT', 'Đơn vị', 'Trạng thái', 'Thời điểm nộp', 'Ghi chú'],
  },
  obstacles: { heading: 'III. KHÓ KHĂN, VƯỚNG MẮC', none: 'Các đơn vị không nêu khó khăn, vướng mắc.' },
  proposals: { heading: 'IV. ĐỀ XUẤT, KIẾN NGHỊ', none: 'Các đơn vị không có đề xuất, kiến nghị.' },
  notReported: { heading: 'V. ĐƠN VỊ CHƯA BÁO CÁO', none: 'Không có.' },
} as const;

export const STATE_WORDS: Readonly<
  Record<`${Exclude<ReportState, ReportState.DRAFT>}` | 'OVERDUE' | 'NOT_REPORTED', string>
> = {
  ACCEPTED: 'Đã tiếp nhận',
  SUBMITTED: 'Chờ tiếp nhận',
  RETURNED: 'Trả lại',
  OVERDUE: 'Quá hạn',
  NOT_REPORTED: 'Chưa báo cáo',
};

export function latenessInWords(seconds: number): string {
  if (seconds <= 0) return '';
  const minutes = Math.max(1, Math.floor(seconds / 60));
  if (minutes < 60) return `muộn ${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `muộn ${hours} giờ ${minutes % 60} phút` : `muộn ${Math.floor(hours / 24)} ngày`;
}
