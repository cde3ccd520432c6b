export const vi = {
  'module.title': 'An toàn thông tin',
  'page.coverage': 'An toàn thông tin',
  'page.systems': 'Hệ thống thông tin',
  'page.system': 'Hệ thống thông tin',
  'page.register': 'Đăng ký hệ thống',
  'search.systems': 'Hệ thống thông tin',
} as const;
