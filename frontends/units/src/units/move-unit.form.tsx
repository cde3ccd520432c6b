import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { Stack } from '@lienthong/frontend-kit/mantine';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { MoveUnitDocument } from '../generated/graphql.ts';
import { type ChosenUnit, UnitSelect } from './unit-select.tsx';
import type { ActFormProps } from './unit-shown.ts';
import { unitWords } from './words.ts';

export function MoveUnitForm({ unit, reload, close }: ActFormProps) {
  const words = unitWords.useWords();
  const { today } = useViewer();
  const [parent, setParent] = useState<ChosenUnit | null>(null);
  const [on, setOn] = useState(today);
  const [version, setVersion] = useState(unit.version);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(MoveUnitDocument, { refetch: ['UnitDetail'] });

  const send = async () => {
    const found: Record<string, string> = {};
    if (!parent) found.newParentId = words('field.choose', { label: words('field.newParent') });
    if (!on) found.on = words('field.required', { label: words('field.moveOn') });
    setProblems(found);
    if (!parent || Object.keys(found).length > 0) return;
    const saved = await act.submit({ unitId: unit.id, expectedVersion: version, newParentId: parent.id, on });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={parent !== null}
      problems={problems}
      onSubmit={send}
      onReload={async () => {
        setVersion((await reload()) ?? version);
        act.clear();
      }}
      onCancel={() => close()}
      submitLabel={words('move.send')}
    >
      {(field) => (
        <Stack gap="sm" maw={620}>
          <UnitSelect
            {...field('newParentId')}
            label={words('field.newParent')}
            required
            among={{ bloc: unit.bloc, asOf: on, without: unit.id }}
            value={parent}
            onChange={setParent}
          />
          <DateField {...field('on')} label={words('field.moveOn')} required maw={280} value={on} onChange={setOn} />
        </Stack>
      )}
    </Form>
  );
}
