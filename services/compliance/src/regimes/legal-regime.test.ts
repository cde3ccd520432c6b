import { describe, expect, it } from 'vitest';
import { CheckKind } from '../checks/check-kind.ts';
import { allRegimes, getRegime, leastLevel, levelRow, mayApproveUnder, regimeOn } from './legal-regime.ts';

describe('the law of a day', () => {
  it.each([
    ['2016-07-01', 'R2016'],
    ['2025-11-20', 'R2016'],
    ['2026-06-30', 'R2016'],
    ['2026-07-01', 'R2026'],
    ['2031-01-01', 'R2026'],
  ])('a dossier begun on %s falls under %s', (date, key) => {
    expect(regimeOn(date).key).toBe(key);
  });

  it('knows none before the first', () => {
    expect(() => regimeOn('2016-06-30')).toThrow();
  });

  it.each([
    ['R2016', '2026-12-31', true],
    ['R2016', '2027-01-01', false],
    ['R2026', '2030-01-01', true],
  ])('under %s an approval on %s: %s', (key, date, allowed) => {
    expect(mayApproveUnder(getRegime(key), date)).toBe(allowed);
  });
});

describe.each(allRegimes().map((regime) => [regime.key, regime] as const))('the data file of %s', (_, regime) => {
  it('has five levels, each with a source, and a limit only together with how it is counted', () => {
    expect(regime.levels.map((row) => row.level)).toEqual([1, 2, 3, 4, 5]);
    for (const row of regime.levels) {
      expect(row.source).not.toBe('');
      expect(['SPECIALISED_UNIT', 'OWNER', 'MINISTRY', 'PRIME_MINISTER']).toContain(row.appraiser);
      expect(['SPECIALISED_UNIT', 'OWNER', 'MINISTRY', 'PRIME_MINISTER']).toContain(row.approver);
      expect(row.externalAppraiser).toBe(row.appraiser === 'MINISTRY');
      for (const limit of [row.appraisal, row.approval]) {
        if (limit) expect(['WORKING_DAYS', 'CALENDAR_DAYS']).toContain(limit.countedIn);
      }
    }
  });

  it('has a least level for every type and a clause for every check', () => {
    expect(Object.keys(regime.leastLevels).sort()).toEqual([
      'CONTROL_SYSTEM',
      'INTERNAL_PROCESSING',
      'NETWORK_INFRASTRUCTURE',
      'ONLINE_SERVICE',
      'OTHER',
    ]);
    expect(Object.keys(regime.clauses).sort()).toEqual(Object.keys(CheckKind).sort());
  });
});

describe('levels', () => {
  it('a network that serves an agency is level 2 at least, in both laws', () => {
    for (const regime of allRegimes()) expect(leastLevel(regime, 'NETWORK_INFRASTRUCTURE').level).toBe(2);
  });

  it('level 3 is appraised in 15 working days under the law of 2026, and in 15 days before', () => {
    expect(levelRow(getRegime('R2026'), 3).appraisal).toEqual({ days: 15, countedIn: 'WORKING_DAYS' });
    expect(levelRow(getRegime('R2016'), 3).appraisal).toEqual({ days: 15, countedIn: 'CALENDAR_DAYS' });
  });

  it('level 4 goes to the ministry: 25 working days, and 30 days before', () => {
    expect(levelRow(getRegime('R2026'), 4)).toMatchObject({ appraiser: 'MINISTRY', appraisal: { days: 25 } });
    expect(levelRow(getRegime('R2016'), 4)).toMatchObject({ appraiser: 'MINISTRY', appraisal: { days: 30 } });
  });
});
