import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { Stack, TextInput } from '@lienthong/frontend-kit/mantine';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { RenameUnitDocument } from '../generated/graphql.ts';
import type { ActFormProps } from './unit-shown.ts';
import { unitWords } from './words.ts';

export function RenameUnitForm({ unit, reload, close }: ActFormProps) {
  const words = unitWords.useWords();
  const { today } = useViewer();
  const [opened] = useState({ name: unit.name, shortName: unit.shortName, nameEn: unit.nameEn });
  const [typed, setTyped] = useState(opened);
  const [version, setVersion] = useState(unit.version);
  const [on, setOn] = useState(today);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(RenameUnitDocument, { refetch: ['UnitDetail'] });
  const write = (part: Partial<typeof opened>) => setTyped((before) => ({ ...before, ...part }));

  const send = async () => {
    const found: Record<string, string> = {};
    if (!typed.name.trim()) found.name = words('field.required', { label: words('field.newName') });
    if (!on) found.on = words('field.required', { label: words('field.renameOn') });
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const saved = await act.submit({
      unitId: unit.id,
      expectedVersion: version,
      name: typed.name.trim(),
      shortName: typed.shortName.trim() || null,
      nameEn: typed.nameEn.trim() || null,
      on,
    });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={JSON.stringify(typed) !== JSON.stringify(opened)}
      problems={problems}
      onSubmit={send}
      onReload={async () => {
        setVersion((await reload()) ?? version);
        act.clear();
      }}
      onCancel={() => close()}
      submitLabel={words('rename.send')}
    >
      {(field) => (
        <Stack gap="sm" maw={620}>
          <TextInput
            {...field('name')}
            label={words('field.newName')}
            required
            maxLength={300}
            value={typed.name}
            onChange={(event) => write({ name: event.currentTarget.value })}
          />
          <TextInput
            {...field('shortName')}
            label={words('field.newShortName')}
            description={words('field.shortNameHint')}
            maxLength={100}
            value={typed.shortName}
            onChange={(event) => write({ shortName: event.currentTarget.value })}
          />
          <TextInput
            {...field('nameEn')}
            label={words('field.newNameEn')}
            description={words('field.nameEnHint')}
            maxLength={300}
            value={typed.nameEn}
            onChange={(event) => write({ nameEn: event.currentTarget.value })}
          />
          <DateField {...field('on')} label={words('field.renameOn')} required maw={280} value={on} onChange={setOn} />
        </Stack>
      )}
    </Form>
  );
}
