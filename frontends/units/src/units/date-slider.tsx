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

/** A date by sliding; the arrow keys move it by days. The page follows once the slider rests. */
export function DateSlider({ label, from, to, value, onChange }: Props) {
  const days = daysBetween(from, to);
  const position = Math.max(0, Math.min(days, daysBetween(from, value)));
  // Only while it is being moved; otherwise it stands where the address says.
  const [dragged, setDragged] = useState<number>();
  const [settled] = useDebouncedValue(dragged, 250);
  const day = dragged ?? position;
  useEffect(() => {
    if (settled === undefined || settled !== dragged) return;
    setDragged(undefined);
    onChange(addDays(from, settled));
  }, [settled, dragged, from, onChange]);
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
        onChange={(event) => setDragged(Number(event.currentTarget.value))}
      />
      <span className="lt-quiet lt-figures">{formatDate(to)}</span>
    </div>
  );
}
