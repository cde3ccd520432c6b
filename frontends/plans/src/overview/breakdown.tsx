import { Button, SegmentedControl, Stack, Text, Title } from '@lienthong/frontend-kit/mantine';
import { StackedBars, useAddressState } from '@lienthong/frontend-kit/ui';
import type { BarRow } from '@lienthong/frontend-kit/ui/stacked-bar.tsx';
import { useState } from 'react';
import type { FiguresOfFragment, OverviewQuery } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { countsOf, standingOf } from '../tasks/standing.ts';
import { type TaskPlace, tasksAt } from '../tasks/task-filter.ts';
import { overviewWords } from './words.ts';

const ways = ['byBloc', 'byPlan', 'byTaskGroup', 'byUnit'] as const;
type Way = (typeof ways)[number];

const fewUnits = 10;

/** The same tasks cut four ways; every number leads to its rows. */
export function Breakdown({ overview }: { overview: OverviewQuery['overview'] }) {
  const words = overviewWords.useWords();
  const address = useAddressState();
  const { planName, unitName } = useNames();
  const [whole, setWhole] = useState(false);
  const way: Way = ways.find((known) => known === address.get('cut')) ?? 'byBloc';

  const label = (row: FiguresOfFragment): string => {
    if (way === 'byBloc') return words(`bloc.${row.bloc ?? 'NONE'}`);
    if (way === 'byPlan' && row.plan) return planName(row.plan);
    if (way === 'byUnit' && row.unit) return unitName(row.unit);
    if (way === 'byTaskGroup' && row.taskGroup) {
      const section = `${row.taskGroup.code} ${row.taskGroup.title}`;
      return row.plan ? `${planName(row.plan)} · ${section}` : section;
    }
    return row.label;
  };
  const place = (row: FiguresOfFragment): TaskPlace => ({
    bloc: way === 'byBloc' ? (row.bloc ?? undefined) : undefined,
    plan: way === 'byPlan' ? row.plan?.id : undefined,
    group: way === 'byTaskGroup' ? row.taskGroup?.id : undefined,
    lead: way === 'byUnit' ? (row.unit?.id ?? row.key) : undefined,
  });
  const figures = overview[way];
  const rows: BarRow[] = (way === 'byUnit' && !whole ? figures.slice(0, fewUnits) : figures).map((row) => ({
    key: row.key,
    label: label(row),
    counts: countsOf(row.figures),
    to: (tone) => tasksAt({ ...place(row), standing: tone && standingOf(tone) }),
  }));

  return (
    <section className="lt-card" aria-labelledby="overview-breakdown">
      <Stack gap="sm">
        <Title order={2} size="h4" id="overview-breakdown">
          {words('breakdown')}
        </Title>
        <SegmentedControl
          className="lt-no-print"
          aria-labelledby="overview-breakdown"
          data={ways.map((value) => ({ value, label: words(value) }))}
          value={way}
          onChange={(value) => address.set({ cut: value === 'byBloc' ? undefined : value })}
          style={{ alignSelf: 'flex-start', maxWidth: '100%', flexWrap: 'wrap' }}
        />
        {rows.length > 0 ? (
          <StackedBars caption={words(way)} rows={rows} />
        ) : (
          <Text className="lt-quiet">{words('sentence.empty')}</Text>
        )}
        {way === 'byUnit' && figures.length > fewUnits ? (
          <Button
            variant="subtle"
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setWhole(!whole)}
            aria-expanded={whole}
          >
            {whole ? words('byUnit.less') : words('byUnit.more', { count: figures.length })}
          </Button>
        ) : null}
      </Stack>
    </section>
  );
}
