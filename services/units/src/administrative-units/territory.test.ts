import { describe, expect, test } from 'vitest';
import { readTables, territoryPredecessors, territoryUnits } from './territory.ts';
import { territoryFaults } from './territory-faults.ts';

const tables = readTables();
const units = territoryUnits(tables);
const predecessors = territoryPredecessors(tables);

describe('the territory of today', () => {
  test('has 34 provinces and 3,321 communes', () => {
    expect(units.filter((unit) => unit.kind === 'PROVINCE')).toHaveLength(34);
    expect(units.filter((unit) => unit.kind === 'COMMUNE')).toHaveLength(3321);
  });

  test.each([
    ['38', 166],
    ['19', 92],
    ['82', 102],
  ])('province %s has %i communes', (provinceId, count) => {
    expect(units.filter((unit) => unit.provinceId === provinceId)).toHaveLength(count);
  });

  test('names are composed letters, with a type in both languages', () => {
    expect(units.filter((unit) => unit.name !== unit.name.normalize('NFC'))).toEqual([]);
    expect(units.find((unit) => unit.id === '14797')).toMatchObject({
      name: 'Phường Hạc Thành',
      nameEn: 'Hac Thanh Ward',
      validFrom: '2025-07-01',
    });
  });

  test('a province that was merged begins on 1 July 2025 and names those it was formed from', () => {
    expect(units.find((unit) => unit.id === '19')?.validFrom).toBe('2025-07-01');
    expect(units.find((unit) => unit.id === '38')?.validFrom).toBe('2025-01-01');
    const named = predecessors.filter((former) => former.unitId === '19' && former.districtName === null);
    expect(named.map((former) => former.name)).toEqual(['Tỉnh Bắc Kạn', 'Tỉnh Thái Nguyên']);
  });
});

test('the faults of the public data are those we know', () => {
  const { namesNotNormalised, ...faults } = territoryFaults(tables);
  expect(namesNotNormalised).toHaveLength(32);
  expect(faults).toEqual({
    unlistedNewCodes: 169,
    rowsWithUnlistedNewCode: 431,
    unresolvedRows: 0,
    rowsWithForeignNewCode: 22,
    rowsWithoutOldCode: 943,
    rowsWithoutOldName: 5,
    communesWithoutMapping: ['Xã Ia Mơ'],
    communesWithTwoNewCodes: 187,
    formerCommunesWithTwoCodes: 17,
  });
});
