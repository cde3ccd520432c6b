import { useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, DataTable, EmptyNotice, formatDate, OrgTree, useAddressState } from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import { useMemo } from 'react';
import { type Bloc, UnitTreeDocument, type UnitTreeQuery } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { ancestorsIn, folded, matchingBranches } from './unit-search.ts';
import { unitWords } from './words.ts';

type Node = UnitTreeQuery['unitTree'][number];

const nothing: readonly Node[] = [];

/** All units of the province on a day, as a tree or as its table, with what a search leaves of them. */
export function UnitTree({ view, asOf }: { view: 'tree' | 'table'; asOf: string }) {
  const words = unitWords.useWords();
  const viewer = useViewer();
  const address = useAddressState();
  const { unitName, fullUnitName } = useNames();
  const asked = useQuery(UnitTreeDocument, {
    variables: { provinceId: viewer.provinceId, bloc: address.get('bloc') as Bloc | undefined, asOf },
  });
  const answered = asked.data ?? asked.previousData;
  // The tree of one's own bloc is read first.
  const nodes = useMemo(
    () =>
      [...(answered?.unitTree ?? nothing)].sort(
        (a, b) => Number(b.unit.bloc === viewer.portal) - Number(a.unit.bloc === viewer.portal),
      ),
    [answered, viewer.portal],
  );
  const search = folded((address.get('search') ?? '').trim());
  const own = viewer.membership.unit.id;
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const { shown, found, open } = useMemo(() => {
    if (!search) return { shown: nodes, found: undefined, open: ancestorsIn(byId, own) };
    return matchingBranches(nodes, ({ unit }) =>
      [unit.name, unit.shortName, unit.nameEn, unit.code].some((text) => folded(text).includes(search)),
    );
  }, [nodes, byId, search, own]);
  const date = formatDate(asOf);

  return (
    <Answer of={{ ...asked, data: answered }}>
      {() =>
        shown.length === 0 ? (
          <EmptyNotice title={search ? words('tree.none') : words('tree.noneOn', { date })} />
        ) : (
          <>
            <Text size="sm" className="lt-quiet" role="status" mb={6}>
              {found
                ? words('tree.found', { count: found.size, date })
                : words('tree.count', { count: nodes.length, date })}
            </Text>
            {view === 'tree' ? (
              <OrgTree
                // Opened anew for another search, so that what was found is in sight.
                key={search}
                label={words('tree.label')}
                selected={own}
                open={open}
                nodes={shown.map(({ id, parentId, unit }) => ({
                  id,
                  parentId,
                  name: unitName(unit),
                  title: fullUnitName(unit),
                  to: `/units/${id}`,
                  detail: [unit.kindName, ...(id === own ? [words('tree.own')] : [])].join(' · '),
                }))}
              />
            ) : (
              <UnitTable nodes={found ? shown.filter(({ id }) => found.has(id)) : shown} byId={byId} />
            )}
          </>
        )
      }
    </Answer>
  );
}

function UnitTable({ nodes, byId }: { nodes: readonly Node[]; byId: ReadonlyMap<string, Node> }) {
  const words = unitWords.useWords();
  const { unitName, fullUnitName } = useNames();
  const columns: Column<Node>[] = [
    {
      id: 'unit',
      title: words('column.unit'),
      width: 'minmax(240px, 2.4fr)',
      cell: ({ id, unit }) => <Link to={`/units/${id}`}>{fullUnitName(unit)}</Link>,
    },
    {
      id: 'parent',
      title: words('column.parent'),
      width: 'minmax(140px, 1.4fr)',
      cell: ({ parentId }) => {
        const parent = parentId ? byId.get(parentId) : undefined;
        return parent ? <Link to={`/units/${parent.id}`}>{unitName(parent.unit)}</Link> : null;
      },
    },
    {
      id: 'kind',
      title: words('column.kind'),
      width: 'minmax(130px, 1.2fr)',
      cell: ({ unit }) => unit.kindName,
    },
    {
      id: 'bloc',
      title: words('column.bloc'),
      width: 'minmax(120px, 1fr)',
      cell: ({ unit }) => words(unit.bloc ? `bloc.${unit.bloc}` : 'bloc.none'),
    },
    { id: 'code', title: words('column.code'), width: 'minmax(120px, 1fr)', cell: ({ unit }) => unit.code },
    {
      id: 'from',
      title: words('column.from'),
      width: '110px',
      cell: ({ unit }) => formatDate(unit.validFrom),
    },
    {
      id: 'to',
      title: words('column.to'),
      width: '110px',
      cell: ({ unit }) => formatDate(unit.validTo),
      hidden: true,
    },
  ];
  return <DataTable caption={words('tree.label')} columns={columns} rows={nodes} rowId={({ id }) => id} />;
}
