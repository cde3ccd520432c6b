import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { formatInstant } from '@lienthong/frontend-kit/ui';
import { ApproveProgressReportDocument, ReturnProgressReportDocument } from '../generated/graphql.ts';
import { DecisionForm } from './decision.form.tsx';
import type { ActFormProps } from './task-shown.ts';
import { useOpened } from './use-opened.ts';
import { tasksWords } from './words.ts';

/** The head of the unit stands behind a report, or sends it back with a reason. */
export function DecideReportForm({ task, reload, close, decision }: ActFormProps & { decision: 'approve' | 'return' }) {
  const words = tasksWords.useWords();
  const { membership } = useViewer();
  const { opened, renew } = useOpened(task, reload);
  const approve = useAct(ApproveProgressReportDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const giveBack = useAct(ReturnProgressReportDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const act = decision === 'return' ? giveBack : approve;
  const waiting = (opened.progressReports?.nodes ?? []).filter(
    ({ state, unit }) => state === 'SUBMITTED' && unit?.id === membership.unit.id,
  );
  return (
    <DecisionForm
      waiting={waiting}
      choose={{
        label: words('decide.report'),
        nameOf: ({ reportedBy, reportedAt }) => `${reportedBy}, ${formatInstant(reportedAt)}`,
      }}
      act={act}
      submitLabel={words(`act.${decision}`)}
      isRefusal={decision === 'return'}
      hint={({ claimsCompletion }) => words(claimsCompletion ? 'decide.approveClaimHint' : 'decide.approveHint')}
      send={async ({ id, version }, reason) => {
        const about = { progressReportId: id, expectedVersion: version };
        return Boolean(
          decision === 'return'
            ? await giveBack.submit({ ...about, reason: reason ?? '' })
            : await approve.submit({ ...about, reason }),
        );
      }}
      onReload={() => void renew().then(act.clear)}
      close={close}
    />
  );
}
