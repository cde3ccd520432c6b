import { registerEnumType } from 'type-graphql';

export enum RegimeCadence {
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
  MONTHLY = 'MONTHLY',
  QUARTERLY = 'QUARTERLY',
  YEARLY = 'YEARLY',
  ONCE = 'ONCE',
  AD_HOC = 'AD_HOC',
}

registerEnumType(RegimeCadence, {
  name: 'RegimeCadence',
  description: 'How often a regime asks for a report (chế độ báo cáo ngày, tuần, tháng, quý, năm, một lần, đột xuất).',
});
