import { useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Grid, Stack, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Answer, addDays, DueTimeline, formatDate, formatNumber, StackedBar } from '@lienthong/frontend-kit/ui';
import { OverviewDocument, type OverviewQuery } from '../generated/graphql.ts';
import { countsOf, standingOf } from '../tasks/standing.ts';
import { tasksAt } from '../tasks/task-filter.ts';
import { Breakdown } from './breakdown.tsx';
import { TaskCards } from './task-cards.tsx';
import { overviewWords } from './words.ts';

type Shown = OverviewQuery['overview'];

const horizon = 30;

/** Is the province on time, and where not? */
export default function OverviewWidget() {
  const words = overviewWords.useWords();
  useLive(['Task', 'Plan']);
  const asked = useQuery(OverviewDocument);
  return (
    <Answer of={asked}>
      {({ overview }) => {
        const week = addDays(overview.asOf, 7);
        const days = comingDays(overview);
        const last = addDays(overview.asOf, horizon);
        return (
          <Stack gap="lg">
            <section className="lt-card">
              <Text size="lg" fw={600}>
                {sentence(words, overview)}
              </Text>
              <Text size="sm" className="lt-quiet" mb="xs">
                {words('asOf', { date: formatDate(overview.asOf) })}
              </Text>
              <StackedBar
                label={words('all')}
                counts={countsOf(overview.figures)}
                to={(tone) => tasksAt({ standing: tone && standingOf(tone) })}
              />
            </section>
            <Breakdown overview={overview} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, lg: 6 }}>
                <TaskCards
                  title={words('dueSoon.title')}
                  tasks={overview.dueSoon}
                  today={overview.asOf}
                  empty={words('dueSoon.empty')}
                  all={{ to: tasksAt({ from: overview.asOf, to: week }), label: words('soon.all') }}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 6 }}>
                <TaskCards
                  title={words('late.title')}
                  tasks={overview.overdueTasks.slice(0, 10)}
                  today={overview.asOf}
                  empty={words('late.empty')}
                  all={{
                    to: tasksAt({ standing: 'OVERDUE', order: 'DUE_ON' }),
                    label: words('late.all', { count: overview.figures.overdue }),
                  }}
                />
              </Grid.Col>
            </Grid>
            <section className="lt-card" aria-labelledby="overview-days">
              <Title order={2} size="h4" id="overview-days" mb="sm">
                {words('days.title')}
              </Title>
              <DueTimeline
                caption={words('days.caption', { from: formatDate(overview.asOf), to: formatDate(last) })}
                days={days}
                today={overview.asOf}
                to={(day) => tasksAt({ from: day, to: day })}
              />
            </section>
          </Stack>
        );
      }}
    </Answer>
  );
}

/** Every day of the coming month, also those on which nothing falls due. */
function comingDays({ asOf, days }: Shown) {
  const due = new Map(days.map((day) => [day.on, day.due]));
  return Array.from({ length: horizon + 1 }, (_, index) => {
    const on = addDays(asOf, index);
    return { on, due: due.get(on) ?? 0 };
  });
}

function sentence(words: ReturnType<typeof overviewWords.useWords>, { figures }: Shown): string {
  if (figures.total === 0) return words('sentence.empty');
  const known = { total: formatNumber(figures.total), late: figures.overdue, risk: figures.atRisk };
  return figures.onTimePercent === null
    ? words('sentence.noneDue', known)
    : words('sentence.onTime', { ...known, percent: formatNumber(figures.onTimePercent) });
}
