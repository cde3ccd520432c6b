import { useAct, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Select, Stack, Text, Textarea } from '@lienthong/frontend-kit/mantine';
import { ErrorNotice, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { AssignTaskDocument, UnitOfficersDocument } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { useAllBearers } from './task-bearers.tsx';
import type { ActFormProps } from './task-shown.ts';
import { useOpened } from './use-opened.ts';
import { tasksWords } from './words.ts';

/** An officer of a lead unit is to answer for the work. */
export function AssignTaskForm({ task, reload, close }: ActFormProps) {
  const words = tasksWords.useWords();
  const { membership } = useViewer();
  const { fullUnitName } = useNames();
  const { units } = useAllBearers(task);
  const own = units.find(({ id }) => id === membership.unit.id) ?? units[0];
  const [picked, setPicked] = useState<string | null>(null);
  const unitId = picked ?? own?.id ?? null;
  const [personId, setPersonId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { opened, renew } = useOpened(task, reload);
  const people = useQuery(UnitOfficersDocument, { variables: { unitId: unitId ?? '' }, skip: !unitId });
  const officers = people.data?.people.nodes ?? [];
  const act = useAct(AssignTaskDocument, { refetch: ['TaskDetail'] });

  const send = async () => {
    const found: Record<string, string> = {};
    if (!unitId) found.unitId = words('field.choose', { label: words('assign.unit') });
    if (!personId) found.personId = words('field.choose', { label: words('assign.person') });
    setProblems(found);
    if (!unitId || !personId) return;
    const saved = await act.submit({
      taskId: task.id,
      expectedVersion: opened.version,
      unitId,
      personId,
      note: note.trim() || null,
    });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={personId !== null || note !== ''}
      problems={problems}
      onSubmit={send}
      onReload={() => void renew().then(act.clear)}
      onCancel={() => close()}
      submitLabel={words('assign.send')}
    >
      {(field) => (
        <Stack gap="sm" maw={560}>
          {units.length > 1 ? (
            <Select
              {...field('unitId')}
              label={words('assign.unit')}
              searchable
              required
              data={units.map((unit) => ({ value: unit.id, label: fullUnitName(unit) }))}
              value={unitId}
              onChange={(value) => {
                setPicked(value);
                setPersonId(null);
              }}
            />
          ) : null}
          {people.error && !people.data ? (
            <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />
          ) : null}
          {people.data && officers.length === 0 ? <Text>{words('assign.noPeople')}</Text> : null}
          <Select
            {...field('personId')}
            label={words('assign.person')}
            description={words('assign.personHint')}
            searchable
            required
            disabled={people.loading && !people.data}
            data={officers.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            value={personId}
            onChange={setPersonId}
          />
          <Textarea
            {...field('note')}
            label={words('assign.note')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Stack>
      )}
    </Form>
  );
}
