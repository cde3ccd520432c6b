import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { Stack, Text } from '@lienthong/frontend-kit/mantine';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { EndUnitDocument } from '../generated/graphql.ts';
import { type ChosenUnit, UnitsSelect } from './unit-select.tsx';
import type { ActFormProps } from './unit-shown.ts';
import { unitWords } from './words.ts';

export function EndUnitForm({ unit, reload, close }: ActFormProps) {
  const words = unitWords.useWords();
  const { today } = useViewer();
  const [successors, setSuccessors] = useState<ChosenUnit[]>([]);
  const [on, setOn] = useState(today);
  const [version, setVersion] = useState(unit.version);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(EndUnitDocument, { refetch: ['UnitDetail'] });

  const send = async () => {
    setProblems(on ? {} : { on: words('field.required', { label: words('field.endOn') }) });
    if (!on) return;
    const saved = await act.submit({
      unitId: unit.id,
      expectedVersion: version,
      on,
      successorIds: successors.map(({ id }) => id),
    });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={successors.length > 0}
      problems={problems}
      onSubmit={send}
      onReload={async () => {
        setVersion((await reload()) ?? version);
        act.clear();
      }}
      onCancel={() => close()}
      submitLabel={words('end.send')}
    >
      {(field) => (
        <Stack gap="sm" maw={620}>
          <Text size="sm" className="lt-quiet">
            {words('end.explain')}
          </Text>
          <DateField {...field('on')} label={words('field.endOn')} required maw={320} value={on} onChange={setOn} />
          <UnitsSelect
            {...field('successorIds')}
            label={words('field.successors')}
            description={words('field.successorsHint')}
            among={{ asOf: on, without: unit.id }}
            value={successors}
            onChange={setSuccessors}
          />
        </Stack>
      )}
    </Form>
  );
}
