import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { Random } from './random.ts';

/** Accounts are named by role and unit; units without an account of their own get the same form. */
export interface Hand {
  id: string;
  name: string;
}

const ACCOUNTS: Record<string, { reporter?: Hand; head?: Hand; desk?: Hand }> = {
  '38.vptu': {
    reporter: { id: 'vptu-baocao', name: 'Cán bộ báo cáo – Văn phòng Tỉnh ủy Thanh Hóa' },
    head: { id: 'vptu-chanhvanphong', name: 'Chánh Văn phòng – Văn phòng Tỉnh ủy Thanh Hóa' },
    desk: { id: 'vptu-chuyenvien', name: 'Chuyên viên – Văn phòng Tỉnh ủy Thanh Hóa' },
  },
  '38.skhcn': {
    reporter: { id: 'skhcn-chuyenvien', name: 'Chuyên viên – Sở Khoa học và Công nghệ Thanh Hóa' },
    head: { id: 'skhcn-giamdoc', name: 'Giám đốc – Sở Khoa học và Công nghệ Thanh Hóa' },
    desk: { id: 'skhcn-thuongtruc', name: 'Thường trực Tổ Giúp việc – Sở Khoa học và Công nghệ Thanh Hóa' },
  },
  '38.vpubnd': {
    reporter: { id: 'vpubnd-chuyenvien', name: 'Chuyên viên – Văn phòng UBND tỉnh Thanh Hóa' },
    head: { id: 'vpubnd-chanhvanphong', name: 'Chánh Văn phòng – Văn phòng UBND tỉnh Thanh Hóa' },
  },
  '38.stp': {
    reporter: { id: 'stuphap-chuyenvien', name: 'Chuyên viên – Sở Tư pháp Thanh Hóa' },
    head: { id: 'stuphap-giamdoc', name: 'Giám đốc – Sở Tư pháp Thanh Hóa' },
  },
};

const FORMS = { reporter: 'Cán bộ báo cáo', head: 'Thủ trưởng', desk: 'Thường trực' } as const;

export function handOf(hierarchy: Hierarchy, unitId: string, as: keyof typeof FORMS): Hand {
  const name = hierarchy.find(unitId)?.name ?? unitId;
  return ACCOUNTS[unitId]?.[as] ?? { id: `demonstration.${unitId}.${as}`, name: `${FORMS[as]} – ${name}` };
}

/** The officer to whom a unit with accounts hands its tasks. */
export const officerOf = (unitId: string): Hand | null => ACCOUNTS[unitId]?.reporter ?? null;

const DONE = [
  'Đã hoàn thành, sản phẩm đã trình ký và gửi cơ quan theo dõi.',
  'Đã xong toàn bộ nội dung được giao; văn bản ban hành kèm theo làm minh chứng.',
  'Đã nghiệm thu kết quả, đưa vào sử dụng và thông báo tới các đơn vị liên quan.',
] as const;

const GOING = [
  'Đã triển khai các bước đầu, đang lấy ý kiến đơn vị phối hợp.',
  'Đang thực hiện đúng tiến độ; phần việc còn lại đã phân công cụ thể.',
  'Đã làm xong phần rà soát, đang hoàn thiện dự thảo sản phẩm.',
  'Đã thực hiện tại đơn vị, đang tổng hợp số liệu để hoàn chỉnh.',
] as const;

const OBSTACLES = [
  'Thiếu cán bộ chuyên trách công nghệ thông tin ở cấp xã.',
  'Đang chờ hướng dẫn kỹ thuật của bộ chủ quản.',
  'Dữ liệu cũ chưa chuẩn hóa nên đối soát mất nhiều thời gian.',
  'Kinh phí bổ sung chưa được phân bổ.',
] as const;

export const doneWords = (random: Random): string => random.pick(DONE);
export const goingWords = (random: Random): string => random.pick(GOING);
export const obstacleWords = (random: Random): string | null => (random.chance(0.3) ? random.pick(OBSTACLES) : null);
export const RETURN_REASON = 'Chưa nêu rõ kết quả cụ thể; đề nghị bổ sung số liệu và minh chứng.';
export const ASSIGNMENT_NOTE = 'Chủ động phối hợp các đơn vị liên quan, cập nhật tiến độ hằng tuần.';
