import { useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { MultiSelect, Select, useDebouncedValue } from '@lienthong/frontend-kit/mantine';
import { useState } from 'react';
import { type Bloc, UnitChoicesDocument } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { unitWords } from './words.ts';

export interface ChosenUnit {
  id: string;
  name: string;
  shortName: string;
  nameEn: string;
}

/** Among which units one chooses: of a bloc, existing on a day, not itself. */
interface Among {
  bloc?: Bloc | null;
  asOf?: string;
  without?: string;
}

interface FieldProps {
  id: string;
  name: string;
  error: string | undefined;
  label: string;
  description?: string;
  required?: boolean;
}

/** The service does the finding, so that marks and case do not matter; what is chosen always stays among the choices. */
function useChoices({ bloc, asOf, without }: Among, chosen: readonly ChosenUnit[], chosenName?: string) {
  const { provinceId } = useViewer();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 250);
  const search = settled && settled !== chosenName ? settled : undefined;
  const asked = useQuery(UnitChoicesDocument, { variables: { provinceId, bloc, asOf: asOf || undefined, search } });
  const found: readonly ChosenUnit[] = (asked.data ?? asked.previousData)?.units.nodes ?? [];
  const ids = new Set(chosen.map(({ id }) => id));
  return {
    setTyped,
    loading: asked.loading,
    choices: [...chosen, ...found.filter(({ id }) => !ids.has(id) && id !== without)],
  };
}

interface OneProps extends FieldProps {
  among?: Among;
  value: ChosenUnit | null;
  onChange: (unit: ChosenUnit | null) => void;
}

export function UnitSelect({ among = {}, value, onChange, ...field }: OneProps) {
  const words = unitWords.useWords();
  const { fullUnitName } = useNames();
  const { setTyped, choices, loading } = useChoices(
    among,
    value ? [value] : [],
    value ? fullUnitName(value) : undefined,
  );
  return (
    <Select
      {...field}
      searchable
      placeholder={words('choose.search')}
      nothingFoundMessage={loading ? undefined : words('choose.none')}
      filter={({ options }) => options}
      data={choices.map((unit) => ({ value: unit.id, label: fullUnitName(unit) }))}
      value={value?.id ?? null}
      onSearchChange={setTyped}
      onChange={(id) => onChange(choices.find((unit) => unit.id === id) ?? null)}
    />
  );
}

interface SeveralProps extends FieldProps {
  among?: Among;
  value: readonly ChosenUnit[];
  onChange: (units: ChosenUnit[]) => void;
}

export function UnitsSelect({ among = {}, value, onChange, ...field }: SeveralProps) {
  const words = unitWords.useWords();
  const { fullUnitName } = useNames();
  const { setTyped, choices, loading } = useChoices(among, value);
  return (
    <MultiSelect
      {...field}
      searchable
      clearable
      placeholder={value.length > 0 ? undefined : words('choose.search')}
      nothingFoundMessage={loading ? undefined : words('choose.none')}
      filter={({ options }) => options}
      data={choices.map((unit) => ({ value: unit.id, label: fullUnitName(unit) }))}
      value={value.map(({ id }) => id)}
      onSearchChange={setTyped}
      onChange={(ids) => onChange(ids.flatMap((id) => choices.find((unit) => unit.id === id) ?? []))}
    />
  );
}
