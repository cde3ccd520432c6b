import { useQuery } from '@lienthong/frontend-kit/graph';
import { Stack, Table } from '@lienthong/frontend-kit/mantine';
import { Answer, EmptyNotice, formatDate, PageSkeleton } from '@lienthong/frontend-kit/ui';
import { PlanRegimesDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import type { PlanShown } from './plan-head.tsx';
import { ScrollTable } from './scroll-table.tsx';
import { plansWords } from './words.ts';

/** Who follows the plan, and which reports it asks for. */
export function PlanFollowers({ plan }: { plan: PlanShown }) {
  return (
    <Stack gap="lg">
      <Followers plan={plan} />
      <Regimes plan={plan} />
    </Stack>
  );
}

function Followers({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const { whose, planName } = useNames();
  if (plan.followers.length === 0) return <EmptyNotice title={words('follower.none')} />;
  return (
    <ScrollTable caption={words('follower.caption', { plan: planName(plan) })}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words('follower.unit')}</Table.Th>
          <Table.Th scope="col">{words('follower.role')}</Table.Th>
          <Table.Th scope="col">{words('follower.scope')}</Table.Th>
          <Table.Th scope="col">{words('follower.blocs')}</Table.Th>
          <Table.Th scope="col">{words('follower.valid')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {plan.followers.map((follower) => (
          <Table.Tr key={follower.id}>
            <Table.Th scope="row" fw={500} miw={200}>
              {whose(follower)}
            </Table.Th>
            <Table.Td>{words(`role.${follower.role}`)}</Table.Td>
            <Table.Td miw={180}>
              {follower.taskGroups && follower.taskGroups.length > 0
                ? follower.taskGroups.map(({ code, title }) => `${code} ${title}`).join('; ')
                : (follower.theme ?? words('follower.whole'))}
            </Table.Td>
            <Table.Td>{follower.blocs.map((bloc) => words(`bloc.${bloc}`)).join(', ')}</Table.Td>
            <Table.Td>
              {follower.validTo
                ? words('follower.fromTo', { from: formatDate(follower.validFrom), to: formatDate(follower.validTo) })
                : words('follower.from', { from: formatDate(follower.validFrom) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

function Regimes({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const { planName, unitName, titleOf } = useNames();
  const asked = useQuery(PlanRegimesDocument, { variables: { id: plan.id } });
  return (
    <Answer of={asked} skeleton={<PageSkeleton head={false} rows={2} />}>
      {(data) =>
        data.plan?.regimes && data.plan.regimes.length > 0 ? (
          <ScrollTable caption={words('regime.caption', { plan: planName(plan) })}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words('regime.name')}</Table.Th>
                <Table.Th scope="col">{words('regime.rule')}</Table.Th>
                <Table.Th scope="col">{words('regime.recipient')}</Table.Th>
                <Table.Th scope="col">{words('regime.source')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.plan.regimes.map((regime) => (
                <Table.Tr key={regime.id}>
                  <Table.Th scope="row" fw={500} miw={200}>
                    {titleOf({ title: regime.name, titleEn: regime.nameEn })}
                  </Table.Th>
                  <Table.Td miw={160}>{regime.rule}</Table.Td>
                  <Table.Td>{regime.recipient ? unitName(regime.recipient) : regime.recipientName}</Table.Td>
                  <Table.Td>{regime.source}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </ScrollTable>
        ) : data.plan?.regimes ? (
          <EmptyNotice title={words('regime.none')} />
        ) : null
      }
    </Answer>
  );
}
