import { Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { formatNumber } from './dates.ts';
import classes from './drawing.module.css';
import { type Tone, toneColours, toneOrder } from './states.ts';
import { uiWords } from './words.ts';

export type Counts = Partial<Record<Tone, number>>;

export interface BarRow {
  key: string;
  label: string;
  counts: Counts;
  /** Where the rows behind a number are. */
  to?: (tone?: Tone) => string;
}

const totalOf = (counts: Counts) => toneOrder.reduce((sum, tone) => sum + (counts[tone] ?? 0), 0);

/** One bar of states; the words and numbers under it say the same without colour. */
export function StackedBar({
  counts,
  to,
  legend = true,
  label,
}: {
  counts: Counts;
  to?: (tone?: Tone) => string;
  legend?: boolean;
  label: string;
}) {
  const words = uiWords.useWords();
  const total = totalOf(counts);
  const sentence = toneOrder
    .filter((tone) => counts[tone])
    .map((tone) => `${words(`state.${tone}`)}: ${counts[tone]}`)
    .join(', ');
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={`${label}: ${sentence || '0'}`}>
        {toneOrder.map((tone) =>
          counts[tone] ? (
            <span
              key={tone}
              data-tone={tone}
              style={{ flexGrow: counts[tone], backgroundColor: toneColours[tone].fill }}
            />
          ) : null,
        )}
        {total === 0 ? <span style={{ flexGrow: 1, backgroundColor: '#edf0f3' }} /> : null}
      </div>
      {legend ? (
        <Group gap={14} mt={6} component="ul" className={classes.legend}>
          {toneOrder.map((tone) => (
            <li key={tone}>
              <i style={{ backgroundColor: toneColours[tone].fill }} data-tone={tone} aria-hidden />
              <Count to={to?.(tone)} value={counts[tone] ?? 0} label={words(`state.${tone}`)} />
            </li>
          ))}
        </Group>
      ) : null}
    </div>
  );
}

function Count({ to, value, label }: { to?: string; value: number; label: string }) {
  const text = (
    <>
      <b className="lt-figures">{formatNumber(value)}</b> {label.toLocaleLowerCase('vi')}
    </>
  );
  return to && value > 0 ? <Link to={to}>{text}</Link> : <span>{text}</span>;
}

/** Several bars under one another with their numbers: the drawing is its own table. */
export function StackedBars({ caption, rows }: { caption: string; rows: readonly BarRow[] }) {
  const words = uiWords.useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <Table verticalSpacing={6} className={classes.bars}>
        <Table.Caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Td className={classes.drawn} />
            {toneOrder.map((tone) => (
              <Table.Th key={tone} scope="col" ta="right">
                {words(`state.${tone}`)}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              {words('chart.total')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={500}>
                {row.to ? <Link to={row.to()}>{row.label}</Link> : <Text span>{row.label}</Text>}
              </Table.Th>
              <Table.Td className={classes.drawn}>
                <StackedBar counts={row.counts} legend={false} label={row.label} />
              </Table.Td>
              {toneOrder.map((tone) => (
                <Table.Td key={tone} ta="right" data-number>
                  {row.counts[tone] ? (
                    row.to ? (
                      <Link to={row.to(tone)}>{formatNumber(row.counts[tone])}</Link>
                    ) : (
                      formatNumber(row.counts[tone])
                    )
                  ) : (
                    '—'
                  )}
                </Table.Td>
              ))}
              <Table.Td ta="right" data-number>
                {row.to ? (
                  <Link to={row.to()}>{formatNumber(totalOf(row.counts))}</Link>
                ) : (
                  formatNumber(totalOf(row.counts))
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
