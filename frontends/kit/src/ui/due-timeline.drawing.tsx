import { Table } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { Link, useNavigate } from 'react-router';
import { formatDate, formatNumber } from './dates.ts';
import classes from './drawing.module.css';
import type { DueDay } from './due-timeline.tsx';
import { uiWords } from './words.ts';

const height = 150;
const foot = 24;

export default function DueTimelineDrawing({
  caption,
  days,
  today,
  to,
}: {
  caption: string;
  days: readonly DueDay[];
  today: string;
  to?: (day: string) => string;
}) {
  const words = uiWords.useWords();
  const navigate = useNavigate();
  const { ref, width: measured } = useElementSize<HTMLElement>();
  const width = Math.max(measured, 280);
  const x = scaleBand({ domain: days.map(({ on }) => on), range: [0, width], padding: 0.25 });
  const most = Math.max(1, ...days.map(({ due }) => due));
  const y = scaleLinear({ domain: [0, most], range: [height - foot, 18] });
  // A date under each week's first day, fewer where they would run into one another.
  const step = width < 480 ? 14 : 7;
  const named = (index: number) => index % step === 0;
  const withDue = days.filter(({ due }) => due > 0);
  return (
    <figure style={{ margin: 0 }} ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        style={{ display: 'block', maxWidth: '100%' }}
        role="img"
        aria-label={`${caption}: ${withDue.map(({ on, due }) => `${formatDate(on)} ${due}`).join(', ')}`}
      >
        <line x1={0} x2={width} y1={height - foot} y2={height - foot} stroke="#87919c" />
        {days.map(({ on, due }, index) => {
          const left = x(on) ?? 0;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a short way for the mouse; the table has the same links
            <g
              key={on}
              onClick={to && due ? () => navigate(to(on)) : undefined}
              style={to && due ? { cursor: 'pointer' } : undefined}
            >
              {due > 0 ? (
                <>
                  <Bar
                    x={left}
                    width={x.bandwidth()}
                    y={y(due)}
                    height={height - foot - y(due)}
                    fill={on === today ? '#c67c00' : '#2f6fb8'}
                    rx={2}
                  />
                  <text x={left + x.bandwidth() / 2} y={y(due) - 4} textAnchor="middle" className={classes.axis}>
                    {due}
                  </text>
                </>
              ) : null}
              {named(index) ? (
                <text
                  x={index === 0 ? left : left + x.bandwidth() / 2}
                  y={height - 6}
                  textAnchor={index === 0 ? 'start' : 'middle'}
                  className={classes.axis}
                >
                  {formatDate(on).slice(0, 5)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <details>
        <summary>{words('chart.table')}</summary>
        <Table verticalSpacing={4} maw={360}>
          <Table.Caption>{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words('chart.day')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {words('chart.due')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {withDue.map(({ on, due }) => (
              <Table.Tr key={on}>
                <Table.Td>{to ? <Link to={to(on)}>{formatDate(on)}</Link> : formatDate(on)}</Table.Td>
                <Table.Td ta="right" data-number>
                  {formatNumber(due)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
