import { expect, test } from 'vitest';
import { audienceOf, concerns } from './audience.ts';

const viewer = (role: string) => ({
  me: { provinceId: '38', membership: { role, unit: { id: '38.thanhtra', province: { id: '38' } } } },
});
const event = {
  service: 'plans',
  type: 'Task',
  id: 't',
  provinceId: '38',
  blocs: ['PARTY'],
  at: '2025-11-20T03:00:00Z',
};

test('who may follow the other bloc hears of it; an auditor and an officer hear of their own', () => {
  const hears = (role: string, more: object = {}) => {
    const audience = audienceOf(viewer(role), 'GOVERNMENT');
    return audience !== undefined && concerns({ ...event, ...more }, audience);
  };
  expect(hears('STANDING_AGENCY')).toBe(true);
  expect(hears('STEERING_COMMITTEE')).toBe(true);
  expect(hears('AUDITOR')).toBe(false);
  expect(hears('REPORTER')).toBe(false);
  expect(hears('AUDITOR', { blocs: ['GOVERNMENT'] })).toBe(true);
  expect(hears('REPORTER', { unitIds: ['38.thanhtra'] })).toBe(true);
});

test('nobody hears of another province', () => {
  const audience = audienceOf(viewer('STANDING_AGENCY'), 'PARTY');
  expect(audience && concerns({ ...event, provinceId: '19', unitIds: ['38.thanhtra'] }, audience)).toBe(false);
});
