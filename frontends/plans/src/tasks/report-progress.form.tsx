import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { Checkbox, NumberInput, Stack, Textarea } from '@lienthong/frontend-kit/mantine';
import { DateField, FileUpload, Form, formatDate } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { ReportTaskProgressDocument } from '../generated/graphql.ts';
import type { ActFormProps } from './task-shown.ts';
import { useOpened } from './use-opened.ts';
import { tasksWords } from './words.ts';

/** What the unit has done so far, with evidence. */
export function ReportProgressForm({ task, reload, close }: ActFormProps) {
  const words = tasksWords.useWords();
  const { today } = useViewer();
  const [percent, setPercent] = useState<number | string>(task.percent ?? '');
  const [summary, setSummary] = useState('');
  const [obstacle, setObstacle] = useState('');
  const [claimsCompletion, setClaims] = useState(false);
  const [completedOn, setCompletedOn] = useState('');
  const [uploadIds, setUploadIds] = useState<string[]>([]);
  const [uploading, setUploading] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { opened, renew } = useOpened(task, reload);
  const act = useAct(ReportTaskProgressDocument, { refetch: ['TaskDetail'] });

  const send = async () => {
    const found: Record<string, string> = {};
    const amount = claimsCompletion ? 100 : percent;
    if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0 || amount > 100) {
      found.percent = words('report.percentWrong');
    }
    if (!summary.trim()) found.summary = words('field.required', { label: words('report.summary') });
    if (claimsCompletion && !completedOn)
      found.completedOn = words('field.required', { label: words('report.completedOn') });
    if (claimsCompletion && completedOn > today) {
      found.completedOn = words('report.completedLater', { date: formatDate(today) });
    }
    if (uploading) found.uploadIds = words('report.uploading');
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const saved = await act.submit({
      taskId: task.id,
      expectedVersion: opened.version,
      percent: Number(amount),
      summary: summary.trim(),
      obstacle: obstacle.trim() || null,
      claimsCompletion,
      completedOn: claimsCompletion ? completedOn : null,
      uploadIds,
    });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={summary !== '' || obstacle !== '' || uploadIds.length > 0}
      problems={problems}
      onSubmit={send}
      onReload={() => void renew().then(act.clear)}
      onCancel={() => close()}
      submitLabel={words('report.send')}
    >
      {(field) => (
        <Stack gap="md" maw={680}>
          <Textarea
            {...field('summary')}
            label={words('report.summary')}
            description={words('report.summaryHint')}
            required
            autosize
            minRows={3}
            maxLength={5000}
            value={summary}
            onChange={(event) => setSummary(event.currentTarget.value)}
          />
          <NumberInput
            {...field('percent')}
            label={words('report.percent')}
            required
            w={140}
            min={0}
            max={100}
            allowDecimal={false}
            clampBehavior="none"
            disabled={claimsCompletion}
            value={claimsCompletion ? 100 : percent}
            onChange={setPercent}
          />
          <Checkbox
            {...field('claimsCompletion')}
            label={words('report.claims')}
            checked={claimsCompletion}
            onChange={(event) => {
              setClaims(event.currentTarget.checked);
              if (event.currentTarget.checked && !completedOn) setCompletedOn(today);
            }}
          />
          {claimsCompletion ? (
            <DateField
              {...field('completedOn')}
              label={words('report.completedOn')}
              required
              w={200}
              value={completedOn}
              onChange={setCompletedOn}
            />
          ) : null}
          <Textarea
            {...field('obstacle')}
            label={words('report.obstacle')}
            autosize
            minRows={2}
            maxLength={5000}
            value={obstacle}
            onChange={(event) => setObstacle(event.currentTarget.value)}
          />
          <FileUpload
            id={field('uploadIds').id}
            error={field('uploadIds').error}
            label={words('report.evidence')}
            service="plans"
            onChange={(files) => setUploadIds(files.map(({ uploadId }) => uploadId))}
            onBusy={setUploading}
          />
        </Stack>
      )}
    </Form>
  );
}
