import { expect, test } from 'vitest';
import { makeDraftRow } from '../testing/make-draft.ts';
import type { DraftRow } from './draft-shown.ts';
import { corrections, typedOf } from './typed-row.ts';

const row = typedOf(makeDraftRow() as unknown as DraftRow);

test('what nobody touched is not sent, nor what was typed back to what it was', () => {
  expect(corrections({}, row)).toEqual({});
  expect(corrections({ content: row.content, leads: [...row.leads] }, row)).toEqual({});
});

test('a chosen unit goes by its key, a body outside the directory by its name', () => {
  const outside = { unitId: null, groupId: null, externalName: 'Hội Tin học', scope: null, name: 'Hội Tin học' };
  expect(corrections({ leads: [...row.leads, outside] }, row)).toEqual({
    leads: [
      { unitId: '38.skhcn', scope: null },
      { externalName: 'Hội Tin học', scope: null },
    ],
  });
});

test('a deadline goes whole, its kind left open where the words are to be read', () => {
  const deadline = { ...row.deadline, text: 'Quý IV/2025', kind: null, dueOn: null };
  expect(corrections({ deadline }, row)).toEqual({ deadline });
});
