export const en = {
  'module.title': 'Reports',
  'page.obligations': 'Reports',
  'page.report': 'Report',
  'page.punctuality': 'Reporting on time',
  'page.consolidated': 'Consolidated report',
} as const;
