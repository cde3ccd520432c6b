import { describe, expect, it } from 'vitest';
import { locationsAt, targetsAt } from '../src/execution/flatten.ts';
import { mergeInto } from '../src/execution/merge.ts';
import { addRepresentations, RepresentationList } from '../src/execution/representations.ts';
import { applyRewrites } from '../src/execution/rewrites.ts';

const isOfType = (typename: string, condition: string): boolean =>
  typename === condition || (condition === 'Organisation' && ['Unit', 'UnitGroup'].includes(typename));

describe('merging a later answer into an earlier one', () => {
  it('adds what is new and keeps what was there', () => {
    const target = { id: '1', unit: { id: 'police' } };
    mergeInto(target, { title: 'Rà soát', unit: { name: 'Công an tỉnh' } });
    expect(target).toEqual({ id: '1', title: 'Rà soát', unit: { id: 'police', name: 'Công an tỉnh' } });
  });

  it('never lets a null erase a value, at any depth', () => {
    const target = { name: 'Công an tỉnh', parent: { id: 'p' }, tags: ['a'], tasks: [{ id: '1' }, { id: '2' }] };
    mergeInto(target, { name: null, parent: null, tags: null, tasks: [null, { title: 'x' }] });
    expect(target).toEqual({
      name: 'Công an tỉnh',
      parent: { id: 'p' },
      tags: ['a'],
      tasks: [{ id: '1' }, { id: '2', title: 'x' }],
    });
  });

  it('lets a null stand where nothing was known', () => {
    const target = {};
    mergeInto(target, { name: null });
    expect(target).toEqual({ name: null });
  });

  it('merges lists within lists place by place', () => {
    const target = { grid: [[{ id: '1' }, null], [{ id: '2' }]] };
    mergeInto(target, { grid: [[{ title: 'a' }, { id: 'new' }], [{ title: 'b' }]] });
    expect(target.grid).toEqual([[{ id: '1', title: 'a' }, { id: 'new' }], [{ id: '2', title: 'b' }]]);
  });

  it('replaces a list of plain values by a later list of another length', () => {
    const target = { days: [1, 2, 3] };
    mergeInto(target, { days: [4] });
    expect(target.days).toEqual([4]);
  });

  it('gives two targets of one entity parts of their own', () => {
    const entity = { parent: { id: 'p' }, tasks: [{ id: '1' }] };
    const [first, second] = [{}, {}] as Record<string, never>[];
    mergeInto(first as object as never, entity, true);
    mergeInto(second as object as never, entity, false);
    mergeInto(first as object as never, { parent: { name: 'only here' } });
    expect(second).toEqual({ parent: { id: 'p' }, tasks: [{ id: '1' }] });
  });
});

describe('flatten paths', () => {
  const answer = {
    found: [
      { __typename: 'Unit', id: 'a', kids: [{ id: 'a1' }, null, { id: 'a2' }] },
      { __typename: 'Task', id: 'b', kids: [{ id: 'b1' }] },
      { __typename: 'UnitGroup', id: 'c', kids: null },
    ],
    grid: [[{ id: 'g1' }], [{ id: 'g2' }]],
  };
  const ids = (targets: object[]) => targets.map((target) => (target as { id: string }).id);

  it('go through lists, and say where each object stands', () => {
    const path = [{ Field: 'found' }, '@', { Field: 'kids' }, '@'] as const;
    expect(ids(targetsAt(answer, path, isOfType))).toEqual(['a1', 'a2', 'b1']);
    expect(locationsAt(answer, path, isOfType)).toEqual([
      ['found', 0, 'kids', 0],
      ['found', 0, 'kids', 2],
      ['found', 1, 'kids', 0],
    ]);
  });

  it('take a list met at a field as each of its items', () => {
    expect(ids(targetsAt(answer, [{ Field: 'found' }, { Field: 'kids' }], isOfType))).toEqual(['a1', 'a2', 'b1']);
    expect(ids(targetsAt(answer, [{ Field: 'grid' }], isOfType))).toEqual(['g1', 'g2']);
  });

  it('keep to the types they name, and to what those stand for', () => {
    expect(ids(targetsAt(answer, [{ Field: 'found' }, '@', { TypeCondition: ['Organisation'] }], isOfType))).toEqual([
      'a',
      'c',
    ]);
    expect(
      ids(targetsAt(answer, [{ Field: 'found' }, '@', { TypeCondition: ['Task', 'UnitGroup'] }], isOfType)),
    ).toEqual(['b', 'c']);
  });
});

describe('representations', () => {
  const requires = [
    {
      kind: 'InlineFragment' as const,
      typeCondition: 'Unit',
      selections: [
        { kind: 'Field' as const, name: '__typename' },
        { kind: 'Field' as const, name: 'id' },
        { kind: 'Field' as const, name: 'name', alias: 'label' },
        { kind: 'Field' as const, name: 'parent', selections: [{ kind: 'Field' as const, name: 'id' }] },
      ],
    },
  ];
  const build = (targets: object[], rewrites?: Parameters<typeof addRepresentations>[3]) => {
    const list = new RepresentationList();
    const waiting = addRepresentations(list, targets as never, requires, rewrites, isOfType);
    return { sent: list.texts.map((text) => JSON.parse(text)), waiting: [...waiting] };
  };

  it('read a field by its name or else by its alias, and are written under the alias', () => {
    expect(
      build([
        { __typename: 'Unit', id: '1', name: 'a' },
        { __typename: 'Unit', id: '2', label: 'b' },
      ]).sent,
    ).toEqual([
      { __typename: 'Unit', id: '1', label: 'a' },
      { __typename: 'Unit', id: '2', label: 'b' },
    ]);
  });

  it('leave nulls out, and an object of which only the type is known altogether', () => {
    expect(
      build([
        { __typename: 'Unit', id: '1', name: null, parent: null },
        { __typename: 'Unit', id: null },
      ]),
    ).toEqual({
      sent: [{ __typename: 'Unit', id: '1' }],
      waiting: [[0, [0]]],
    });
  });

  it('pass over objects of another type', () => {
    expect(build([{ __typename: 'Task', id: '1' }]).sent).toEqual([]);
  });

  it('are sent once for all that wait for them', () => {
    const unit = { __typename: 'Unit', id: '1', parent: { id: 'p', name: 'not asked' } };
    expect(build([unit, { __typename: 'Unit', id: '2' }, { ...unit }])).toEqual({
      sent: [
        { __typename: 'Unit', id: '1', parent: { id: 'p' } },
        { __typename: 'Unit', id: '2' },
      ],
      waiting: [
        [0, [0, 2]],
        [1, [1]],
      ],
    });
  });

  it('are rewritten without touching the answer', () => {
    const unit = { __typename: 'Unit', id: '1' };
    const rewrites = [
      { ValueSetter: { path: [{ TypenameEquals: ['Unit'] }, { Key: '__typename' }], setValueTo: 'Organisation' } },
    ];
    expect(build([unit], rewrites).sent).toEqual([{ __typename: 'Organisation', id: '1' }]);
    expect(unit).toEqual({ __typename: 'Unit', id: '1' });
  });
});

describe('rewrites of an answer', () => {
  it('rename a key, for the objects of the named type only, in both shapes the planner writes', () => {
    const answer = {
      found: [
        { __typename: 'Unit', _name: 'a' },
        { __typename: 'Task', _name: 'b' },
      ],
    };
    const path = [{ Key: 'found' }, { TypenameEquals: ['Organisation'] }, { Key: '_name' }];
    applyRewrites(answer, [{ KeyRenamer: { path, renameKeyTo: 'name' } }], isOfType);
    expect(answer.found).toEqual([
      { __typename: 'Unit', name: 'a' },
      { __typename: 'Task', _name: 'b' },
    ]);
    applyRewrites(
      answer,
      [{ kind: 'ValueSetter', path: [{ Key: 'found' }, { Key: '__typename' }], setValueTo: 'X' } as never],
      isOfType,
    );
    expect(answer.found.map(({ __typename }) => __typename)).toEqual(['X', 'X']);
  });

  it('do nothing where the key is missing', () => {
    const answer = { unit: null, other: {} };
    applyRewrites(answer, [{ KeyRenamer: { path: [{ Key: 'other' }, { Key: 'x' }], renameKeyTo: 'y' } }], isOfType);
    applyRewrites(answer, [{ KeyRenamer: { path: [{ Key: 'unit' }, { Key: 'x' }], renameKeyTo: 'y' } }], isOfType);
    expect(answer).toEqual({ unit: null, other: {} });
  });
});
