import { daysBetween, formatDate } from './dates.ts';
import { uiWords } from './words.ts';

/** A date with how far it is: "20/11/2025 · còn 3 ngày". The words of the document may stand above it. */
export function Due({
  on,
  today,
  finished,
  words,
}: {
  on: string | null | undefined;
  today: string;
  finished?: boolean;
  words?: string;
}) {
  const say = uiWords.useWords();
  const days = on ? daysBetween(today, on) : 0;
  const distance =
    !on || finished
      ? ''
      : days === 0
        ? say('duration.today')
        : days > 0
          ? say('duration.left', { count: days })
          : say('duration.late', { count: -days });
  return (
    <span>
      {words ? <span>{words}</span> : null}
      {words && on ? <br /> : null}
      {on ? (
        <span className={words ? 'lt-quiet lt-figures' : 'lt-figures'}>
          {formatDate(on)}
          {distance ? ` · ${distance}` : ''}
        </span>
      ) : words ? null : (
        '—'
      )}
    </span>
  );
}
