export const vi = {
  'module.title': 'Kế hoạch, nhiệm vụ',
  'page.plans': 'Kế hoạch',
  'page.plan': 'Kế hoạch',
  'page.drafts': 'Nhập văn bản',
  'page.draft': 'Rà soát văn bản',
  'page.quarantine': 'Tài liệu bị giữ lại',
  'page.tasks': 'Nhiệm vụ',
  'page.task': 'Nhiệm vụ',
  'search.tasks': 'Tìm trong nhiệm vụ',
  'search.plans': 'Tìm trong kế hoạch',
} as const;
