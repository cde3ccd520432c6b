import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useAddressState } from './address-state.ts';
import { DateField } from './date-field.tsx';
import { uiWords } from './words.ts';

export interface FilterChoice {
  value: string;
  label: string;
}

export type Filter =
  | { id: string; label: string; kind: 'one' | 'many'; choices: readonly FilterChoice[] }
  | { id: string; label: string; kind: 'date' };

/** Filters of a list, kept in the address bar; read them with `useAddressState`. */
export function FilterBar({
  filters,
  search = true,
  children,
}: {
  filters: readonly Filter[];
  search?: boolean;
  children?: ReactNode;
}) {
  const words = uiWords.useWords();
  const address = useAddressState();
  const keys = [...filters.map(({ id }) => id), 'search'];
  const active = keys.some((key) => address.get(key));
  const set = filters.filter(({ id }) => address.get(id)).length;
  const narrow = useMediaQuery('(max-width: 35em)', false, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const shown = narrow && !opened ? [] : filters;
  return (
    <Group role="search" gap="xs" align="flex-end" mb="sm" className="lt-no-print" wrap="wrap">
      {search ? <SearchField /> : null}
      {narrow && filters.length > 0 ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {set > 0 ? `${words('filter.label')} (${set})` : words('filter.label')}
        </Button>
      ) : null}
      {shown.map((filter) =>
        filter.kind === 'date' ? (
          <DateField
            key={filter.id}
            label={filter.label}
            size="xs"
            w={150}
            value={address.get(filter.id) ?? ''}
            onChange={(date) => address.set({ [filter.id]: date })}
          />
        ) : filter.kind === 'many' ? (
          <MultiSelect
            key={filter.id}
            label={filter.label}
            size="xs"
            miw={170}
            styles={{ input: { paddingBlock: 0, display: 'flex', alignItems: 'center' }, pillsList: { flex: 1 } }}
            maw={320}
            searchable={filter.choices.length > 8}
            clearable
            placeholder={address.get(filter.id) ? undefined : words('filter.all')}
            data={[...filter.choices]}
            value={address.getAll(filter.id)}
            onChange={(values) => address.set({ [filter.id]: values })}
          />
        ) : (
          <Select
            key={filter.id}
            label={filter.label}
            size="xs"
            w={190}
            searchable={filter.choices.length > 8}
            clearable
            placeholder={words('filter.all')}
            data={[...filter.choices]}
            value={address.get(filter.id) ?? null}
            onChange={(value) => address.set({ [filter.id]: value ?? undefined })}
          />
        ),
      )}
      {narrow && !opened ? null : children}
      {active ? (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => address.clear(keys)}
        >
          {words('filter.clear')}
        </Button>
      ) : null}
    </Group>
  );
}

function SearchField() {
  const words = uiWords.useWords();
  const address = useAddressState();
  const inAddress = address.get('search') ?? '';
  const [typed, setTyped] = useState(inAddress);
  const [settled] = useDebouncedValue(typed, 250);
  const { set } = address;
  useEffect(() => {
    set({ search: settled.trim() });
  }, [settled, set]);
  // Cleared from outside, or a link with another search was followed.
  useEffect(() => {
    setTyped((before) => (before.trim() === inAddress ? before : inAddress));
  }, [inAddress]);
  return (
    <TextInput
      type="search"
      size="xs"
      label={words('filter.search')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      data-search-field
      w={{ base: '100%', xs: 230 }}
    />
  );
}
