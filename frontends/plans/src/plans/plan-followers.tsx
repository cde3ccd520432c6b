import { useQuery } from '@lienthong/frontend-kit/graph';
import { Stack, Title } from '@lienthong/frontend-kit/mantine';
import { Answer, DataTable, EmptyNotice, formatDate, PageSkeleton } from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import { PlanRegimesDocument, type PlanRegimesQuery } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import type { PlanShown } from './plan-head.tsx';
import { plansWords } from './words.ts';

type Follower = PlanShown['followers'][number];
type Regime = NonNullable<NonNullable<PlanRegimesQuery['plan']>['regimes']>[number];

/** Who follows the plan, and which reports it asks for. */
export function PlanFollowers({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  return (
    <Stack gap="xl">
      <section aria-labelledby="plan-followers">
        <Title order={2} size="h4" id="plan-followers" mb="xs">
          {words('follower.title')}
        </Title>
        <Followers plan={plan} />
      </section>
      <section aria-labelledby="plan-regimes">
        <Title order={2} size="h4" id="plan-regimes" mb="xs">
          {words('regime.title')}
        </Title>
        <Regimes plan={plan} />
      </section>
    </Stack>
  );
}

function Followers({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const { whose, planName } = useNames();
  const columns: Column<Follower>[] = [
    { id: 'unit', title: words('follower.unit'), width: 'minmax(200px, 1.6fr)', cell: whose },
    { id: 'role', title: words('follower.role'), cell: ({ role }) => words(`role.${role}`) },
    {
      id: 'scope',
      title: words('follower.scope'),
      width: 'minmax(180px, 2fr)',
      cell: ({ taskGroups, theme }) =>
        taskGroups && taskGroups.length > 0
          ? taskGroups.map(({ code, title }) => `${code} ${title}`).join('; ')
          : (theme ?? words('follower.whole')),
    },
    {
      id: 'blocs',
      title: words('follower.blocs'),
      cell: ({ blocs }) => blocs.map((bloc) => words(`bloc.${bloc}`)).join(', '),
    },
    {
      id: 'valid',
      title: words('follower.valid'),
      cell: ({ validFrom, validTo }) =>
        validTo
          ? words('follower.fromTo', { from: formatDate(validFrom), to: formatDate(validTo) })
          : words('follower.from', { from: formatDate(validFrom) }),
    },
  ];
  return (
    <DataTable
      caption={words('follower.caption', { plan: planName(plan) })}
      name="followers-"
      columns={columns}
      rows={plan.followers}
      rowId={({ id }) => id}
      empty={<EmptyNotice title={words('follower.none')} />}
    />
  );
}

function Regimes({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const { planName, unitName, titleOf } = useNames();
  const asked = useQuery(PlanRegimesDocument, { variables: { id: plan.id } });
  const columns: Column<Regime>[] = [
    {
      id: 'name',
      title: words('regime.name'),
      width: 'minmax(200px, 1.6fr)',
      cell: ({ name, nameEn }) => titleOf({ title: name, titleEn: nameEn }),
    },
    { id: 'rule', title: words('regime.rule'), width: 'minmax(160px, 1.4fr)', cell: ({ rule }) => rule },
    {
      id: 'recipient',
      title: words('regime.recipient'),
      cell: ({ recipient, recipientName }) => (recipient ? unitName(recipient) : recipientName),
    },
    { id: 'source', title: words('regime.source'), width: '100px', cell: ({ source }) => source },
  ];
  return (
    <Answer of={asked} skeleton={<PageSkeleton head={false} rows={2} />}>
      {(data) =>
        data.plan?.regimes ? (
          <DataTable
            caption={words('regime.caption', { plan: planName(plan) })}
            name="regimes-"
            columns={columns}
            rows={data.plan.regimes}
            rowId={({ id }) => id}
            empty={<EmptyNotice title={words('regime.none')} />}
          />
        ) : null
      }
    </Answer>
  );
}
