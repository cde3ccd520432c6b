import { useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Select, useDebouncedValue } from '@lienthong/frontend-kit/mantine';
import { useState } from 'react';
import { type Bloc, UnitChoicesDocument, type UnitNameFragment } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { systemsWords } from './words.ts';

export type ChosenUnit = Pick<UnitNameFragment, 'id' | 'name' | 'shortName' | 'nameEn'>;

interface Props {
  id: string;
  name: string;
  error: string | undefined;
  label: string;
  description?: string;
  required?: boolean;
  value: ChosenUnit | null;
  onChange: (unit: ChosenUnit | null) => void;
  bloc?: Bloc;
}

/** A unit found by words of its name; the service does the finding, so marks and case do not matter. */
export function UnitSelect({ value, onChange, bloc, ...rest }: Props) {
  const words = systemsWords.useWords();
  const { provinceId } = useViewer();
  const { fullUnitName } = useNames();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 250);
  // A chosen name stands in the field too: it is no question.
  const search = settled.trim() && settled !== fullUnitName(value) ? settled.trim() : undefined;
  const asked = useQuery(UnitChoicesDocument, { variables: { provinceId, bloc, search } });
  const found: ChosenUnit[] = asked.data?.units.nodes ?? asked.previousData?.units.nodes ?? [];
  const choices = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <Select
      placeholder={words('unit.search')}
      nothingFoundMessage={asked.loading ? undefined : words('unit.none')}
      {...rest}
      searchable
      filter={({ options }) => options}
      data={choices.map((unit) => ({ value: unit.id, label: fullUnitName(unit) }))}
      value={value?.id ?? null}
      onSearchChange={setTyped}
      onChange={(id) => onChange(choices.find((unit) => unit.id === id) ?? null)}
    />
  );
}
