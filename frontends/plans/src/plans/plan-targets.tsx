import { Table, Text } from '@lienthong/frontend-kit/mantine';
import { EmptyNotice, formatDate, formatNumber } from '@lienthong/frontend-kit/ui';
import { useNames } from '../tasks/names.ts';
import type { PlanShown } from './plan-head.tsx';
import { ScrollTable } from './scroll-table.tsx';
import { plansWords } from './words.ts';

export function PlanTargets({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const { titleOf, planName } = useNames();
  if (plan.targets.length === 0) return <EmptyNotice title={words('target.none')} />;
  return (
    <ScrollTable caption={words('target.caption', { plan: planName(plan) })}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words('target.title')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {words('target.threshold')}
          </Table.Th>
          <Table.Th scope="col">{words('target.dueOn')}</Table.Th>
          <Table.Th scope="col">{words('target.group')}</Table.Th>
          <Table.Th scope="col">{words('target.source')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {plan.targets.map((target) => (
          <Table.Tr key={target.id}>
            <Table.Th scope="row" fw={500} miw={220}>
              {titleOf(target)}
              {target.exclusion ? (
                <Text size="sm" fw={400} className="lt-quiet">
                  {words('target.exclusion', { what: target.exclusion })}
                </Text>
              ) : null}
            </Table.Th>
            <Table.Td ta="right" data-number style={{ whiteSpace: 'nowrap' }}>
              {formatNumber(target.threshold)} {target.unitOfCount}
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDate(target.dueOn)}</Table.Td>
            <Table.Td>
              {target.group ? titleOf({ title: target.group.name, titleEn: target.group.nameEn }) : '—'}
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{target.source}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}
