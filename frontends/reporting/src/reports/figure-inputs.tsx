import { Button, NumberInput, Text, TextInput } from '@lienthong/frontend-kit/mantine';
import { formatNumber } from '@lienthong/frontend-kit/ui';
import type { FigureToldFragment } from '../generated/graphql.ts';
import { FigureSource } from './figure-source.tsx';
import classes from './report.module.css';
import { reportsWords } from './words.ts';

export interface TypedFigure {
  key: string;
  value: number | string;
  note: string;
}

type Field = (name: string) => { id: string; name: string; error: string | undefined };

interface FigureInputsProps {
  start: readonly FigureToldFragment[];
  typed: readonly TypedFigure[];
  onChange: (typed: TypedFigure[]) => void;
  field: Field;
}

/** The figures of the form: filled in where the tasks know them, each with its source beside it. */
export function FigureInputs({ start, typed, onChange, field }: FigureInputsProps) {
  const words = reportsWords.useWords();
  const change = (index: number, part: Partial<TypedFigure>) =>
    onChange(typed.map((figure, position) => (position === index ? { ...figure, ...part } : figure)));
  return (
    <ul className={classes.figures} aria-label={words('figure.caption')}>
      {start.map((figure, index) => {
        const now = typed[index] ?? { key: figure.key, value: figure.value, note: '' };
        const differs = figure.prefilled !== null && Number(now.value) !== figure.prefilled;
        return (
          <li key={figure.key} className={classes.figure}>
            <div>
              <Text fw={500}>{figure.label}</Text>
              <FigureSource figure={figure} />
              {differs ? (
                <Text size="sm" className={classes.differs}>
                  {words('figure.differs')}{' '}
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => change(index, { value: figure.prefilled ?? 0 })}
                  >
                    {words('figure.useTasks', { value: formatNumber(figure.prefilled) })}
                  </Button>
                </Text>
              ) : null}
            </div>
            <NumberInput
              {...field(`figures.${index}.value`)}
              aria-label={figure.label}
              className={classes.value}
              size="sm"
              min={0}
              allowDecimal={false}
              clampBehavior="none"
              hideControls
              value={now.value}
              onChange={(value) => change(index, { value })}
            />
            <TextInput
              {...field(`figures.${index}.note`)}
              aria-label={words('figure.noteOf', { label: figure.label })}
              placeholder={words('figure.note')}
              className={classes.note}
              size="sm"
              maxLength={1000}
              value={now.note}
              onChange={(event) => change(index, { note: event.currentTarget.value })}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** What cannot be a count, by the field it stands in. */
export function wrongFigures(
  start: readonly FigureToldFragment[],
  typed: readonly TypedFigure[],
  sentence: (label: string) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [index, { value }] of typed.entries()) {
    const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0;
    if (!isCount) found[`figures.${index}.value`] = sentence(start[index]?.label ?? '');
  }
  return found;
}
