/** What a portal calls a module that did not arrive; one that did tells its own title. */
export const titlesVi = {
  plans: 'Kế hoạch, nhiệm vụ',
  units: 'Đơn vị',
  reporting: 'Báo cáo',
  compliance: 'An toàn thông tin',
};
