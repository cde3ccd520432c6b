import { useDebouncedValue } from '@lienthong/frontend-kit/mantine';
import { addDays, daysBetween, formatDate } from '@lienthong/frontend-kit/ui';
import { useEffect, useState } from 'react';
import classes from './unit.module.css';

interface Props {
  label: string;
  from: string;
  to: string;
  value: string;
  onChange: (date: string) => void;
}

/** A date by sliding; the arrow keys move it by days, page keys by more. */
export function DateSlider({ label, from, to, value, onChange }: Props) {
  const days = daysBetween(from, to);
  const position = Math.max(0, Math.min(days, daysBetween(from, value)));
  const [day, setDay] = useState(position);
  const [settled] = useDebouncedValue(day, 250);
  // Set from outside: by the date field, by a link, by going back.
  useEffect(() => setDay(position), [position]);
  useEffect(() => {
    if (settled === day && day !== position) onChange(addDays(from, day));
  }, [settled, day, position, from, onChange]);
  return (
    <div className={`${classes.slider} lt-no-print`}>
      <span className="lt-quiet lt-figures">{formatDate(from)}</span>
      <input
        type="range"
        min={0}
        max={days}
        value={day}
        aria-label={label}
        aria-valuetext={formatDate(addDays(from, day))}
        onChange={(event) => setDay(Number(event.currentTarget.value))}
      />
      <span className="lt-quiet lt-figures">{formatDate(to)}</span>
    </div>
  );
}
