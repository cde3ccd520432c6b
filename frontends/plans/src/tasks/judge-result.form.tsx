import { useAct } from '@lienthong/frontend-kit/graph';
import { Select, Stack, Text, Textarea } from '@lienthong/frontend-kit/mantine';
import { Form, formatInstant } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { ConfirmTaskResultDocument, RejectTaskResultDocument } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { NothingWaits } from './nothing-waits.tsx';
import type { ActFormProps } from './task-shown.ts';
import { ReportTold } from './task-timeline.tsx';
import { useOpened } from './use-opened.ts';
import { tasksWords } from './words.ts';

/** A following body says that the task is done, or that it is not. */
export function JudgeResultForm({ task, reload, close, decision }: ActFormProps & { decision: 'confirm' | 'reject' }) {
  const words = tasksWords.useWords();
  const { whose } = useNames();
  const { opened, renew } = useOpened(task, reload);
  const waiting = opened.waitingResults;
  const [chosen, setChosen] = useState<string | null>(waiting[0]?.id ?? null);
  const report = waiting.find(({ id }) => id === chosen) ?? waiting[0];
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const confirm = useAct(ConfirmTaskResultDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const reject = useAct(RejectTaskResultDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const isReject = decision === 'reject';
  const act = isReject ? reject : confirm;
  if (!report) return <NothingWaits />;

  const send = async () => {
    if (isReject && !reason.trim()) {
      setProblems({ reason: words('field.required', { label: words('decide.reason') }) });
      return;
    }
    setProblems({});
    const about = { taskId: task.id, expectedVersion: opened.version, progressReportId: report.id };
    const saved = isReject
      ? await reject.submit({ ...about, reason: reason.trim() })
      : await confirm.submit({ ...about, reason: reason.trim() || null });
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
              {...field('progressReportId')}
              label={words('decide.unit')}
              searchable
              allowDeselect={false}
              data={waiting.map((one) => ({ value: one.id, label: whose(one) }))}
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
          {isReject ? null : (
            <Text size="sm" className="lt-quiet">
              {words('decide.confirmHint')}
            </Text>
          )}
          <Textarea
            {...field('reason')}
            label={words(isReject ? 'decide.reason' : 'decide.note')}
            required={isReject}
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
