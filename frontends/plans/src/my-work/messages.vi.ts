export const vi = {
  toApprove: 'Chờ tôi duyệt',
  toConfirm: 'Chờ tôi xác nhận',
  returned: 'Bị trả lại cho tôi',
  week: 'Cần làm trong tuần này',
  'week.empty': 'Tuần này không có việc nào đến hạn.',
  later: 'Sau tuần này',
  unit: 'Xem tất cả nhiệm vụ của đơn vị tôi',
  'nothing.title': 'Hiện không có việc nào chờ bạn',
  'nothing.text': 'Việc được giao, báo cáo bị trả lại và việc chờ duyệt, chờ xác nhận sẽ hiện ở đây.',
} as const;
