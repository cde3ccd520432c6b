import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { Select, Stack, Text, Textarea } from '@lienthong/frontend-kit/mantine';
import { Form, formatInstant } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { ApproveProgressReportDocument, ReturnProgressReportDocument } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { NothingWaits } from './nothing-waits.tsx';
import type { ActFormProps } from './task-shown.ts';
import { ReportTold } from './task-timeline.tsx';
import { useOpened } from './use-opened.ts';
import { tasksWords } from './words.ts';

/** The head of the unit stands behind a report, or sends it back with a reason. */
export function DecideReportForm({ task, reload, close, decision }: ActFormProps & { decision: 'approve' | 'return' }) {
  const words = tasksWords.useWords();
  const { membership } = useViewer();
  const { whose } = useNames();
  const { opened, renew } = useOpened(task, reload);
  const waiting = (opened.progressReports?.nodes ?? []).filter(
    ({ state, unit }) => state === 'SUBMITTED' && unit?.id === membership.unit.id,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const report = waiting.find(({ id }) => id === chosen) ?? waiting[0];
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const approve = useAct(ApproveProgressReportDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const giveBack = useAct(ReturnProgressReportDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const isReturn = decision === 'return';
  const act = isReturn ? giveBack : approve;
  if (!report) return <NothingWaits />;

  const send = async () => {
    if (isReturn && !reason.trim()) {
      setProblems({ reason: words('field.required', { label: words('decide.reason') }) });
      return;
    }
    setProblems({});
    const about = { progressReportId: report.id, expectedVersion: report.version };
    const saved = isReturn
      ? await giveBack.submit({ ...about, reason: reason.trim() })
      : await approve.submit({ ...about, reason: reason.trim() || null });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={reason !== ''}
      problems={problems}
      onSubmit={send}
      onReload={() => void renew().then(act.clear)}
      onCancel={() => close()}
      submitLabel={words(`act.${decision}`)}
    >
      {(field) => (
        <Stack gap="sm" maw={680}>
          {waiting.length > 1 ? (
            <Select
              label={words('decide.report')}
              allowDeselect={false}
              data={waiting.map((one) => ({
                value: one.id,
                label: `${one.reportedBy}, ${formatInstant(one.reportedAt)}`,
              }))}
              value={report.id}
              onChange={setChosen}
            />
          ) : null}
          <Text className="lt-quiet">
            {words('decide.which', {
              unit: whose(report),
              who: report.reportedBy,
              at: formatInstant(report.reportedAt),
            })}
          </Text>
          <ReportTold report={report} />
          {isReturn ? null : (
            <Text size="sm" className="lt-quiet">
              {words(report.claimsCompletion ? 'decide.approveClaimHint' : 'decide.approveHint')}
            </Text>
          )}
          <Textarea
            {...field('reason')}
            label={words(isReturn ? 'decide.reason' : 'decide.note')}
            required={isReturn}
            autosize
            minRows={2}
            maxLength={5000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      )}
    </Form>
  );
}
