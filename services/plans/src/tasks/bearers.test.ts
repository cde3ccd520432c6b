import { describe, expect, test } from 'vitest';
import { makeHierarchy } from '../../test/make.ts';
import { bearersOf, keysOf, partsOf } from './bearers.ts';
import { TaskState } from './task.state.ts';

const TODAY = '2025-11-20';
const led = (...leadKeys: string[]) => ({ leadKeys, provinceId: '38', groupsReadFrom: '2025-07-01' });

/** Two communes merge into a third on 1 November 2025. */
const merged = makeHierarchy(({ units }) => {
  for (const id of ['38.14758.ubnd', '38.14761.ubnd']) {
    const unit = units.find((candidate) => candidate.id === id);
    if (unit) {
      unit.validTo = '2025-11-01';
      unit.placements = unit.placements.map((placement) => ({ ...placement, to: '2025-11-01' }));
      unit.successors = [{ unitId: '38.14764.ubnd', on: '2025-11-01' }];
    }
  }
});

describe('who answers for a task', () => {
  test('the named units and the members of its groups, each once', () => {
    const bearers = bearersOf(led('38.14758.ubnd', 'g:ubx'), makeHierarchy(), TODAY);
    expect(bearers).toEqual(['38.14758.ubnd', '38.14761.ubnd', '38.14764.ubnd']);
  });

  test('a June document means the communes of July', () => {
    expect(bearersOf(led('g:ubx'), makeHierarchy(), '2025-06-27')).toHaveLength(3);
  });

  test('a unit that has ended is answered for by its successor', () => {
    expect(bearersOf(led('38.14758.ubnd'), merged, TODAY)).toEqual(['38.14764.ubnd']);
    expect(bearersOf(led('38.14758.ubnd'), merged, '2025-10-31')).toEqual(['38.14758.ubnd']);
    expect(bearersOf(led('g:ubx'), merged, TODAY)).toEqual(['38.14764.ubnd']);
  });

  test('a class that nobody can enumerate has no bearers', () => {
    expect(bearersOf(led('g:cqcqdl'), makeHierarchy(), TODAY)).toEqual([]);
  });

  test('a successor is found under the names of those it took over from', () => {
    expect(keysOf('38.14764.ubnd', merged, TODAY)).toEqual(
      expect.arrayContaining(['38.14764.ubnd', '38.14758.ubnd', '38.14761.ubnd', 'g:ubx']),
    );
  });

  test('a successor goes on from the predecessor that stood furthest back, until it reports itself', () => {
    const part = (unitId: string, state: TaskState, percent: number) => ({ unitId, state, percent, completedOn: null });
    const rows = [part('38.14758.ubnd', TaskState.COMPLETED, 100), part('38.14761.ubnd', TaskState.IN_PROGRESS, 40)];
    expect(partsOf(rows, ['38.14764.ubnd'], merged, TODAY).get('38.14764.ubnd')).toMatchObject({ percent: 40 });
    const own = [...rows, part('38.14764.ubnd', TaskState.IN_PROGRESS, 60)];
    expect(partsOf(own, ['38.14764.ubnd'], merged, TODAY).get('38.14764.ubnd')).toMatchObject({ percent: 60 });
  });
});
