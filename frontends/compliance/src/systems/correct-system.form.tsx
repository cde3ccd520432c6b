import { useAct } from '@lienthong/frontend-kit/graph';
import { Select, Stack, Textarea, TextInput } from '@lienthong/frontend-kit/mantine';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { CorrectSystemDocument, type SystemType } from '../generated/graphql.ts';
import type { SystemShown } from './system-shown.ts';
import { securityLevels, systemTypes } from './system-types.ts';
import { systemsWords } from './words.ts';

interface Props {
  system: SystemShown;
  reload: () => Promise<number | undefined>;
  close: (saved?: boolean) => void;
}

/** What the register says of a system, put right; only what was changed is sent. */
export function CorrectSystemForm({ system, reload, close }: Props) {
  const words = systemsWords.useWords();
  const [opened] = useState(system);
  const [version, setVersion] = useState(system.version);
  const [name, setName] = useState(system.name);
  const [type, setType] = useState<SystemType>(system.type);
  const [level, setLevel] = useState(system.level);
  const [description, setDescription] = useState(system.description ?? '');
  const [dataSubjects, setDataSubjects] = useState(system.dataSubjects ?? '');
  const [inUseSince, setInUseSince] = useState(system.inUseSince ?? '');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(CorrectSystemDocument, { refetch: ['SystemDetail'] });
  const written = { name: name.trim(), description: description.trim(), dataSubjects: dataSubjects.trim() };
  const changes = {
    ...(written.name === opened.name ? {} : { name: written.name }),
    ...(type === opened.type ? {} : { type }),
    ...(level === opened.level ? {} : { level }),
    ...(written.description === (opened.description ?? '') ? {} : { description: written.description }),
    ...(written.dataSubjects === (opened.dataSubjects ?? '') ? {} : { dataSubjects: written.dataSubjects }),
    ...(inUseSince === (opened.inUseSince ?? '') || !inUseSince ? {} : { inUseSince }),
  };
  const dirty = Object.keys(changes).length > 0;

  const send = async () => {
    setProblems(written.name ? {} : { name: words('field.required', { label: words('field.name') }) });
    if (!written.name) return;
    if (!dirty) return close();
    const saved = await act.submit({ systemId: system.id, expectedVersion: version, ...changes });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={dirty}
      problems={problems}
      onSubmit={() => void send()}
      onReload={async () => {
        setVersion((await reload()) ?? version);
        act.clear();
      }}
      onCancel={() => close()}
      submitLabel={words('correct.send')}
    >
      {(field) => (
        <Stack gap="sm">
          <TextInput
            {...field('name')}
            label={words('field.name')}
            required
            maxLength={300}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            {...field('type')}
            label={words('field.type')}
            allowDeselect={false}
            data={systemTypes.map((value) => ({ value, label: words(`type.${value}`) }))}
            value={type}
            onChange={(value) => value && setType(value as SystemType)}
          />
          <Select
            {...field('level')}
            label={words('detail.level')}
            description={words('correct.levelHint')}
            allowDeselect={false}
            data={securityLevels.map((value) => ({ value: String(value), label: words('level', { level: value }) }))}
            value={String(level)}
            onChange={(value) => value && setLevel(Number(value))}
          />
          <Textarea
            {...field('description')}
            label={words('field.description')}
            autosize
            minRows={2}
            maxLength={2000}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <TextInput
            {...field('dataSubjects')}
            label={words('field.dataSubjects')}
            description={words('field.dataSubjectsHint')}
            maxLength={500}
            value={dataSubjects}
            onChange={(event) => setDataSubjects(event.currentTarget.value)}
          />
          <DateField
            {...field('inUseSince')}
            label={words('field.inUseSince')}
            maw={220}
            value={inUseSince}
            onChange={setInUseSince}
          />
        </Stack>
      )}
    </Form>
  );
}
