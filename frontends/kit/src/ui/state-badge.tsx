import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconCircleDashed,
  IconClock,
  IconHourglass,
} from '@tabler/icons-react';
import type { ComponentType, CSSProperties } from 'react';
import classes from './state-badge.module.css';
import { type Tone, toneColours } from './states.ts';
import { uiWords } from './words.ts';

const marks: Record<Tone, ComponentType<{ size?: number; 'aria-hidden'?: boolean }>> = {
  done: IconCheck,
  doneLate: IconChecks,
  inProgress: IconHourglass,
  atRisk: IconClock,
  late: IconAlertTriangle,
  notDue: IconCircleDashed,
};

/** A state is a word, a mark and a colour; never the colour alone. */
export function StateBadge({ tone, label, detail }: { tone: Tone; label?: string; detail?: string }) {
  const words = uiWords.useWords();
  const Mark = marks[tone];
  const { ink, surface } = toneColours[tone];
  return (
    <span className={classes.badge} style={{ color: ink, '--surface': surface } as CSSProperties} data-tone={tone}>
      <Mark size={15} aria-hidden />
      <span>
        {label ?? words(`state.${tone}`)}
        {detail ? <span className={classes.detail}> · {detail}</span> : null}
      </span>
    </span>
  );
}
