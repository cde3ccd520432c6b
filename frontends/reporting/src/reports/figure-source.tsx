import { IconListCheck, IconUser } from '@lienthong/frontend-kit/icons';
import { Text } from '@lienthong/frontend-kit/mantine';
import { formatNumber } from '@lienthong/frontend-kit/ui';
import type { FigureToldFragment } from '../generated/graphql.ts';
import { reportsWords } from './words.ts';

/** The small mark that says where a figure comes from. */
export function FigureSource({ figure }: { figure: FigureToldFragment }) {
  const words = reportsWords.useWords();
  const fromTasks = figure.source === 'TASKS';
  const Mark = fromTasks ? IconListCheck : IconUser;
  return (
    <Text size="sm" className="lt-quiet lt-figures" data-source={figure.source}>
      <Mark size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      {fromTasks
        ? figure.prefilled === null
          ? words('figure.unanswered')
          : words('figure.fromTasks', { value: formatNumber(figure.prefilled) })
        : words('figure.typed')}
    </Text>
  );
}
