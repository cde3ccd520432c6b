import { useQuery } from '@lienthong/frontend-kit/graph';
import { IconDownload } from '@lienthong/frontend-kit/icons';
import { Button } from '@lienthong/frontend-kit/mantine';
import { Link, useParams } from '@lienthong/frontend-kit/navigation';
import { Answer, formatInstant, Notice, PageHeader } from '@lienthong/frontend-kit/ui';
import { PlanDraftReviewDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { DraftReview } from './draft-review.tsx';
import type { Draft } from './draft-shown.ts';
import classes from './review.module.css';
import { draftsWords } from './words.ts';

/** Is what was read what the document says? The document on one side, its tasks on the other. */
export default function DraftReviewPage() {
  const { draftId = '' } = useParams();
  const words = draftsWords.useWords();
  // It shows the draft, so that it is asked again when a colleague changes it; nothing else on the page need be.
  const asked = useQuery(PlanDraftReviewDocument, { variables: { id: draftId } });
  return (
    <Answer of={asked}>
      {({ planDraft: draft }) =>
        draft ? (
          <div className={classes.page}>
            <PageHeader
              title={draft.number ?? draft.fileName}
              above={<Link to="/plans/drafts">{words('review.crumb')}</Link>}
              below={
                <span className="lt-quiet">
                  {draft.number ? `${draft.fileName} · ` : ''}
                  {words('review.sent', { who: draft.createdBy, at: formatInstant(draft.createdAt) })}
                </span>
              }
              actions={
                draft.state === 'DISCARDED' ? null : (
                  <Button
                    component="a"
                    href={`/files/plans/documents/${draft.id}`}
                    download
                    variant="default"
                    leftSection={<IconDownload size={16} aria-hidden />}
                  >
                    {words('review.original')}
                  </Button>
                )
              }
            />
            <Closed draft={draft} />
            {draft.state === 'DISCARDED' ? null : (
              <DraftReview key={draft.id} draft={draft} reload={() => asked.refetch()} />
            )}
          </div>
        ) : asked.error ? null : (
          <Notice
            level={1}
            title={words('review.notFound')}
            action={<Link to="/plans/drafts">{words('review.crumb')}</Link>}
          >
            {words('review.notFoundText')}
          </Notice>
        )
      }
    </Answer>
  );
}

/** Why nothing can be corrected here. */
function Closed({ draft }: { draft: Draft }) {
  const words = draftsWords.useWords();
  const { planName } = useNames();
  if (draft.state === 'DISCARDED') return <Notice title={words('review.discarded')} />;
  if (draft.state === 'CONFIRMED') {
    const plan = draft.plan ? planName(draft.plan) : (draft.number ?? '');
    return (
      <Notice
        title={words('review.confirmed', { plan })}
        action={
          draft.plan ? <Link to={`/plans/${draft.plan.id}`}>{words('review.confirmedLink', { plan })}</Link> : null
        }
      />
    );
  }
  return draft.permissions.includes('review') ? null : <Notice title={words('review.readOnly')} />;
}
