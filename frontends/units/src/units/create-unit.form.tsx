import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { Select, Stack, Text, TextInput } from '@lienthong/frontend-kit/mantine';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { CreateUnitDocument, type Tier } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { kindsBelow, type UnitKind } from './unit-kind.ts';
import type { ActFormProps } from './unit-shown.ts';
import { unitWords } from './words.ts';

const empty = { code: '', name: '', shortName: '', nameEn: '' };
const tiers: readonly Tier[] = ['PROVINCE', 'COMMUNE'];

/** A unit below this one, of its bloc. */
export function CreateUnitForm({ unit, close }: ActFormProps) {
  const words = unitWords.useWords();
  const { today } = useViewer();
  const { fullUnitName } = useNames();
  const kinds = kindsBelow(unit.bloc);
  const [typed, setTyped] = useState(empty);
  const [kind, setKind] = useState<UnitKind>(kinds[0] ?? 'OFFICE');
  const [tier, setTier] = useState<Tier>(unit.tier);
  const [validFrom, setValidFrom] = useState(today);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(CreateUnitDocument, { refetch: ['UnitDetail'] });
  const write = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }));

  const send = async () => {
    const found: Record<string, string> = {};
    const missing = (key: 'field.code' | 'field.name' | 'field.validFrom') =>
      words('field.required', { label: words(key) });
    if (!typed.name.trim()) found.name = missing('field.name');
    if (!typed.code.trim()) found.code = missing('field.code');
    if (!validFrom) found.validFrom = missing('field.validFrom');
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const saved = await act.submit({
      code: typed.code.trim(),
      name: typed.name.trim(),
      shortName: typed.shortName.trim() || null,
      nameEn: typed.nameEn.trim() || null,
      bloc: unit.bloc,
      tier,
      kind,
      parentId: unit.id,
      validFrom,
    });
    if (saved) close(true, saved.createUnit.unit);
  };

  return (
    <Form
      act={act}
      dirty={Object.values(typed).some(Boolean)}
      problems={problems}
      onSubmit={send}
      onCancel={() => close()}
      submitLabel={words('create.send')}
    >
      {(field) => (
        <Stack gap="sm" maw={620}>
          <Text>
            {words('field.parent')}: {fullUnitName(unit)}
          </Text>
          <TextInput
            {...field('name')}
            label={words('field.name')}
            required
            maxLength={300}
            value={typed.name}
            onChange={(event) => write({ name: event.currentTarget.value })}
          />
          <TextInput
            {...field('shortName')}
            label={words('field.shortName')}
            description={words('field.shortNameHint')}
            maxLength={100}
            value={typed.shortName}
            onChange={(event) => write({ shortName: event.currentTarget.value })}
          />
          <TextInput
            {...field('nameEn')}
            label={words('field.nameEn')}
            description={words('field.nameEnHint')}
            maxLength={300}
            value={typed.nameEn}
            onChange={(event) => write({ nameEn: event.currentTarget.value })}
          />
          <TextInput
            {...field('code')}
            label={words('field.code')}
            description={words('field.codeHint')}
            required
            maw={340}
            maxLength={35}
            value={typed.code}
            onChange={(event) => write({ code: event.currentTarget.value })}
          />
          <Select
            {...field('kind')}
            label={words('field.kind')}
            required
            searchable
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: words(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => value && setKind(value as UnitKind)}
          />
          <Select
            {...field('tier')}
            label={words('field.tier')}
            required
            allowDeselect={false}
            maw={240}
            data={tiers.map((value) => ({ value, label: words(`tier.${value}`) }))}
            value={tier}
            onChange={(value) => value && setTier(value as Tier)}
          />
          <DateField
            {...field('validFrom')}
            label={words('field.validFrom')}
            required
            maw={240}
            value={validFrom}
            onChange={setValidFrom}
          />
        </Stack>
      )}
    </Form>
  );
}
