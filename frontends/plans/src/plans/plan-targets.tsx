import { Text } from '@lienthong/frontend-kit/mantine';
import { DataTable, EmptyNotice, formatDate, formatNumber } from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import { useNames } from '../tasks/names.ts';
import type { PlanShown } from './plan-head.tsx';
import { plansWords } from './words.ts';

type Target = PlanShown['targets'][number];

export function PlanTargets({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const { titleOf, planName } = useNames();
  const columns: Column<Target>[] = [
    {
      id: 'title',
      title: words('target.title'),
      width: 'minmax(240px, 2.4fr)',
      cell: (target) => (
        <>
          {titleOf(target)}
          {target.exclusion ? (
            <Text size="sm" fw={400} className="lt-quiet">
              {words('target.exclusion', { what: target.exclusion })}
            </Text>
          ) : null}
        </>
      ),
    },
    {
      id: 'threshold',
      title: words('target.threshold'),
      number: true,
      cell: (target) => `${formatNumber(target.threshold)} ${target.unitOfCount ?? ''}`,
    },
    { id: 'dueOn', title: words('target.dueOn'), width: '120px', cell: (target) => formatDate(target.dueOn) },
    {
      id: 'group',
      title: words('target.group'),
      cell: (target) => target.group && titleOf({ title: target.group.name, titleEn: target.group.nameEn }),
    },
    { id: 'source', title: words('target.source'), width: '100px', cell: (target) => target.source },
  ];
  return (
    <DataTable
      caption={words('target.caption', { plan: planName(plan) })}
      name="targets-"
      columns={columns}
      rows={plan.targets}
      rowId={({ id }) => id}
      empty={<EmptyNotice title={words('target.none')} />}
    />
  );
}
