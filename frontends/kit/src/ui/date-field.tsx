import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatDate, parseDate } from './dates.ts';
import { uiWords } from './words.ts';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `2025-11-20` or empty. */
  value: string;
  onChange: (date: string) => void;
}

/** A date typed the way it is written on paper; the value is an ISO date or empty. */
export function DateField({ value, onChange, error, ...rest }: DateFieldProps) {
  const words = uiWords.useWords();
  const [typed, setTyped] = useState(value ? formatDate(value) : '');
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped((before) =>
      parseDate(before) === (value || undefined)
        ? before
        : value
          ? formatDate(value)
          : before && !parseDate(before)
            ? before
            : '',
    );
  }, [value]);
  return (
    <TextInput
      inputMode="numeric"
      placeholder="dd/mm/yyyy"
      autoComplete="off"
      {...rest}
      value={typed}
      error={wrong ? words('form.dateWrong') : error}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const date = parseDate(next);
        if (date || next.trim() === '') {
          setWrong(false);
          onChange(date ?? '');
        }
      }}
      onBlur={() => setWrong(typed.trim() !== '' && !parseDate(typed))}
    />
  );
}
