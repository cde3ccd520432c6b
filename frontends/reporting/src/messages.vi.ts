export const vi = {
  'module.title': 'Báo cáo',
  'page.obligations': 'Báo cáo',
  'page.report': 'Báo cáo',
  'page.punctuality': 'Tình hình nộp báo cáo',
  'page.consolidated': 'Tổng hợp báo cáo',
} as const;
