import { useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Group, MultiSelect, NativeSelect, Stack, Text, useDebouncedValue } from '@lienthong/frontend-kit/mantine';
import { useLanguage } from '@lienthong/frontend-kit/words';
import { useState } from 'react';
import { type AssigneeScope, DraftGroupChoicesDocument, DraftUnitChoicesDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import type { ChosenAssignee } from './typed-row.ts';
import { useRowWords } from './use-row-words.ts';
import { draftsWords } from './words.ts';

interface Props {
  id: string;
  name: string;
  error: string | undefined;
  label: string;
  description: string | undefined;
  value: readonly ChosenAssignee[];
  onChange: (assignees: ChosenAssignee[]) => void;
}

const scopes: readonly AssigneeScope[] = ['PARTY', 'GOVERNMENT', 'FRONT'];
const none = { unitId: null, groupId: null, externalName: null, scope: null };
const keyOf = ({ unitId, groupId, externalName, scope }: ChosenAssignee) =>
  `${unitId ? `unit:${unitId}` : groupId ? `group:${groupId}` : `words:${externalName}`}|${scope ?? ''}`;
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim();

/** Units of the directory, groups of units, and bodies that are in neither, chosen by words of their names. */
export function AssigneesSelect({ value, onChange, ...field }: Props) {
  const words = draftsWords.useWords();
  const { assigneeNotes } = useRowWords();
  const { fullUnitName } = useNames();
  const english = useLanguage().language === 'en';
  const { provinceId } = useViewer();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 250);
  const units = useQuery(DraftUnitChoicesDocument, { variables: { provinceId, search: settled || undefined } });
  const groups = useQuery(DraftGroupChoicesDocument);

  const text = typed.trim();
  const found: { group: string; of: ChosenAssignee[] }[] = [
    {
      group: words('assignee.units'),
      of: ((units.data ?? units.previousData)?.units.nodes ?? []).map((unit) => ({
        ...none,
        unitId: unit.id,
        name: fullUnitName(unit),
      })),
    },
    {
      group: words('assignee.groups'),
      of: (groups.data?.unitGroups ?? [])
        .filter(({ name, nameEn }) => folded(`${name} ${nameEn}`).includes(folded(text)))
        .slice(0, 12)
        .map(({ id, name, nameEn }) => ({ ...none, groupId: id, name: english ? nameEn : name })),
    },
    { group: words('assignee.words'), of: text ? [{ ...none, externalName: text, name: text }] : [] },
  ];
  const chosen = new Map(value.map((assignee) => [keyOf(assignee), assignee]));
  const known = new Map([...found.flatMap(({ of }) => of).map((one) => [keyOf(one), one] as const), ...chosen]);
  const shownName = (assignee: ChosenAssignee) => {
    const notes = assigneeNotes({ ...assignee, __typename: 'DraftAssignee', text: '', reason: null });
    return notes ? `${assignee.name} (${notes})` : assignee.name;
  };
  const scoped = value.filter(({ groupId, scope }) => groupId || scope);

  return (
    <Stack gap={6}>
      <MultiSelect
        {...field}
        searchable
        clearable
        hidePickedOptions
        placeholder={value.length > 0 ? undefined : words('assignee.search')}
        nothingFoundMessage={units.loading ? undefined : words('assignee.nothing')}
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        data={[
          ...found.map(({ group, of }) => ({
            group,
            items: of
              .filter((one) => !chosen.has(keyOf(one)))
              .map((one) => ({
                value: keyOf(one),
                label: one.externalName ? words('assignee.asWritten', { text: one.name }) : one.name,
              })),
          })),
          // What is chosen must be among the choices to be shown; picked ones are hidden from the list.
          { group: '', items: [...chosen].map(([key, one]) => ({ value: key, label: shownName(one) })) },
        ].filter(({ items }) => items.length > 0)}
        value={[...chosen.keys()]}
        onChange={(keys) => {
          onChange(keys.flatMap((key) => known.get(key) ?? []));
          setTyped('');
        }}
      />
      {scoped.map((assignee) => (
        <Group key={keyOf(assignee)} gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm" className="lt-quiet">
            {words('assignee.scopeOf', { name: assignee.name })}
          </Text>
          <NativeSelect
            size="xs"
            w={170}
            style={{ flex: 'none' }}
            aria-label={words('assignee.scopeOf', { name: assignee.name })}
            value={assignee.scope ?? ''}
            data={[
              { value: '', label: words('assignee.scopeAll') },
              ...scopes.map((scope) => ({ value: scope, label: words(`assignee.${scope}`) })),
            ]}
            onChange={(event) => {
              const scope = (event.currentTarget.value || null) as AssigneeScope | null;
              onChange(value.map((one) => (one === assignee ? { ...one, scope } : one)));
            }}
          />
        </Group>
      ))}
    </Stack>
  );
}
