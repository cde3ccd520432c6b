import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstRing, type Placement, standsBelow, strandedBy } from './placement.ts';

const placed = (rows: Record<string, Placement[]>) => (id: string) => rows[id] ?? [];
const always = (parentId: string | null): Placement[] => [{ parentId, from: '2025-01-01', to: null }];
const open = (from: string) => ({ from, to: null });

describe('a unit may not come to stand below itself', () => {
  const tree = placed({ root: always(null), department: always('root'), office: always('department') });

  test.each([
    ['root', 'office', '2025-07-01'],
    ['department', 'office', '2025-07-01'],
    ['department', 'department', '2025-07-01'],
    ['office', 'root', null],
    ['office', 'department', null],
  ])('%s below %s: ring on %s', (unit, parent, day) => {
    expect(firstRing(unit, parent, open('2025-07-01'), tree)).toBe(day);
  });

  test('a ring that only a later move would close is found on the day of that move', () => {
    const later = placed({
      a: always(null),
      b: [
        { parentId: null, from: '2025-01-01', to: '2026-01-01' },
        { parentId: 'a', from: '2026-01-01', to: null },
      ],
    });
    expect(firstRing('a', 'b', open('2025-07-01'), later)).toBe('2026-01-01');
    expect(firstRing('a', 'b', { from: '2025-07-01', to: '2026-01-01' }, later)).toBeNull();
  });

  test('whatever moves are accepted, no unit ever stands above itself', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const move = fc.record({
      unit: fc.constantFrom(...ids),
      parent: fc.constantFrom(...ids),
      day: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 15 }), (moves) => {
        const rows: Record<string, Placement[]> = Object.fromEntries(ids.map((id) => [id, always(null)]));
        for (const { unit, parent, day } of moves) {
          const on = `2025-0${day}-02`;
          const last = rows[unit]?.at(-1);
          if (!last || last.from >= on || unit === parent) continue;
          if (firstRing(unit, parent, open(on), placed(rows)) !== null) continue;
          last.to = on;
          rows[unit]?.push({ parentId: parent, from: on, to: null });
        }
        for (let day = 1; day <= 9; day += 1) {
          const on = `2025-0${day}-03`;
          for (const id of ids) {
            const parent = rows[id]?.find((row) => row.from <= on && (row.to === null || on < row.to))?.parentId;
            if (parent) expect(standsBelow(parent, id, on, placed(rows))).toBe(false);
          }
        }
      }),
    );
  });
});

describe('a unit that ends leaves nobody without a place', () => {
  const below = (unitId: string, from: string, to: string | null) => ({ unitId, parentId: 'x', from, to });

  test.each([
    ['stands below it with no end', below('child', '2025-01-01', null), '2025-07-01'],
    ['comes to stand below it later', below('child', '2025-09-01', null), '2025-09-01'],
    ['leaves after the end', below('child', '2025-01-01', '2025-08-01'), '2025-07-01'],
  ])('refused for a unit that %s', (_, placement, from) => {
    expect(strandedBy('x', '2025-07-01', [placement])).toEqual([{ unitId: 'child', from }]);
  });

  test('a unit that leaves on the very day is no hindrance', () => {
    expect(strandedBy('x', '2025-07-01', [below('child', '2025-01-01', '2025-07-01')])).toEqual([]);
  });
});
