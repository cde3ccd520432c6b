import { Text } from '@lienthong/frontend-kit/mantine';
import { formatInstant, toneColours } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import type { PunctualityOfQuery } from '../generated/graphql.ts';
import classes from './punctuality.module.css';
import { punctualityWords } from './words.ts';

type Shown = Pick<
  PunctualityOfQuery['punctuality'],
  'owed' | 'submitted' | 'onTime' | 'accepted' | 'overdue' | 'dueAt' | 'periodLabel'
>;

/** x of y, drawn; the words and numbers under the bar are its table. */
export function PunctualityDrawing({ punctuality }: { punctuality: Shown }) {
  const words = punctualityWords.useWords();
  const { owed, submitted, onTime, overdue, accepted } = punctuality;
  const parts: { key: string; tone: Tone; label: string; count: number }[] = [
    { key: 'onTime', tone: 'done', label: words('count.onTime'), count: onTime },
    { key: 'late', tone: 'doneLate', label: words('count.late'), count: submitted - onTime },
    { key: 'overdue', tone: 'late', label: words('count.overdue'), count: overdue },
    { key: 'waiting', tone: 'notDue', label: words('count.waiting'), count: Math.max(0, owed - submitted - overdue) },
  ];
  return (
    <section className="lt-card">
      <Text size="lg" fw={600}>
        {words('sentence', { submitted, owed, onTime })}
      </Text>
      <Text size="sm" className="lt-quiet" mb="xs">
        {words('due', { at: formatInstant(punctuality.dueAt) })}
      </Text>
      <div
        className={classes.bar}
        role="img"
        aria-label={`${words('drawing', { period: punctuality.periodLabel })}: ${parts
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => `${label} ${count}`)
          .join(', ')}`}
      >
        {parts.map(({ key, tone, count }) =>
          count > 0 ? <span key={key} style={{ flexGrow: count, backgroundColor: toneColours[tone].fill }} /> : null,
        )}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ key, tone, label, count }) => (
          <li key={key}>
            <i style={{ backgroundColor: toneColours[tone].fill }} aria-hidden />
            <b className="lt-figures">{count}</b> {label.toLocaleLowerCase('vi')}
          </li>
        ))}
        <li>{words('count.accepted', { count: accepted })}</li>
      </ul>
    </section>
  );
}
