export const en = {
  'module.title': 'Information security',
  'page.coverage': 'Information security',
  'page.systems': 'Information systems',
  'page.system': 'Information system',
  'page.register': 'Register a system',
  'search.systems': 'Information systems',
} as const;
