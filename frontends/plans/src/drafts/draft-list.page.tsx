import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, DataTable, EmptyNotice, formatInstant, PageHeader } from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import { type DraftInListFragment, PlanDraftsDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { DocumentDrop } from './document-drop.tsx';
import { intakeWords } from './intake.words.ts';

/** Where a signed document becomes tasks: a place to drop it, and what is still in review. */
export default function DraftListPage() {
  const words = intakeWords.useWords();
  const { may } = useViewer();
  const { planName } = useNames();
  useLive(['PlanDraft']);
  const asked = useQuery(PlanDraftsDocument);

  const title: Column<DraftInListFragment> = {
    id: 'document',
    title: words('column.document'),
    width: 'minmax(220px, 2.4fr)',
    cell: (draft) => (
      <>
        <Link to={draft.state === 'CONFIRMED' && draft.plan ? `/plans/${draft.plan.id}` : `/plans/drafts/${draft.id}`}>
          {draft.number && draft.kind
            ? planName({ number: draft.number, kind: draft.kind })
            : (draft.number ?? draft.fileName)}
        </Link>
        <Text size="sm" fw={400} className="lt-clamp-2">
          {draft.number ? (draft.title ?? draft.fileName) : words('draft.unnamed')}
        </Text>
      </>
    ),
  };
  const rows: Column<DraftInListFragment> = {
    id: 'rows',
    title: words('column.rows'),
    number: true,
    width: '96px',
    cell: ({ rowCount }) => rowCount,
  };
  const told = (by: string, at: string) => (
    <>
      {by}
      <Text size="sm" className="lt-quiet lt-figures">
        {formatInstant(at)}
      </Text>
    </>
  );
  const open: Column<DraftInListFragment>[] = [
    title,
    rows,
    {
      id: 'doubts',
      title: words('column.doubts'),
      number: true,
      width: '110px',
      cell: ({ doubtCount }) =>
        doubtCount > 0 ? <strong>{doubtCount}</strong> : <span className="lt-quiet">{words('doubts.none')}</span>,
    },
    {
      id: 'sent',
      title: words('column.sent'),
      width: 'minmax(150px, 1.2fr)',
      cell: ({ createdBy, createdAt }) => told(createdBy, createdAt),
    },
    {
      id: 'changed',
      title: words('column.changed'),
      width: 'minmax(150px, 1.2fr)',
      cell: ({ changedBy, changedAt }) => told(changedBy, changedAt),
    },
  ];
  const confirmed: Column<DraftInListFragment>[] = [
    title,
    rows,
    {
      id: 'confirmed',
      title: words('column.confirmed'),
      width: 'minmax(150px, 1.2fr)',
      cell: ({ changedBy, changedAt }) => told(changedBy, changedAt),
    },
  ];

  return (
    <>
      <PageHeader title={words('list.title')} below={words('list.lead')} />
      <DocumentDrop />
      <Answer of={asked}>
        {({ open: waiting, confirmed: done }) => (
          <>
            <Title order={2} size="h4" mb="xs">
              {words('list.open')}
            </Title>
            <DataTable
              name="open"
              caption={words('list.openCaption')}
              columns={open}
              rows={waiting.nodes}
              rowId={({ id }) => id}
              totalCount={waiting.totalCount}
              empty={<EmptyNotice title={words('list.none')}>{words('list.noneText')}</EmptyNotice>}
            />
            {done.nodes.length > 0 ? (
              <>
                <Title order={2} size="h4" mt="xl" mb="xs">
                  {words('list.confirmed')}
                </Title>
                <DataTable
                  name="confirmed"
                  caption={words('list.confirmedCaption')}
                  columns={confirmed}
                  rows={done.nodes}
                  rowId={({ id }) => id}
                />
              </>
            ) : null}
          </>
        )}
      </Answer>
      {may('quarantine.read') ? (
        <Text mt="lg">
          <Link to="/plans/quarantine">{words('list.quarantine')}</Link>
        </Text>
      ) : null}
    </>
  );
}
