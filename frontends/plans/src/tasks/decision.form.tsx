import { Select, Stack, Text, Textarea } from '@lienthong/frontend-kit/mantine';
import { Form, formatInstant } from '@lienthong/frontend-kit/ui';
import { type ComponentProps, useState } from 'react';
import { useNames } from './names.ts';
import { NothingWaits } from './nothing-waits.tsx';
import { ReportTold } from './task-timeline.tsx';
import { tasksWords } from './words.ts';

type Told = ComponentProps<typeof ReportTold>['report'];
type Waiting = Told & { id: string; reportedBy: string; reportedAt: string } & Parameters<
    ReturnType<typeof useNames>['whose']
  >[0];

interface Props<R> {
  waiting: readonly R[];
  /** The question where several wait, and how each is told apart. */
  choose: { label: string; nameOf: (report: R) => string };
  act: ComponentProps<typeof Form>['act'];
  submitLabel: string;
  /** A report that goes back needs a reason; one that goes on may carry a remark. */
  isRefusal: boolean;
  hint: (report: R) => string;
  send: (report: R, reason: string | null) => Promise<boolean>;
  onReload: () => void;
  close: (saved?: boolean) => void;
}

/** One decision about one of the reports that wait: which, what it says, and the reason or remark. */
export function DecisionForm<R extends Waiting>(props: Props<R>) {
  const { waiting, choose, act, submitLabel, isRefusal, hint, send, onReload, close } = props;
  const words = tasksWords.useWords();
  const { whose } = useNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const report = waiting.find(({ id }) => id === chosen) ?? waiting[0];
  if (!report) return <NothingWaits />;

  const submit = async () => {
    const typed = reason.trim();
    if (isRefusal && !typed) {
      setProblems({ reason: words('field.required', { label: words('decide.reason') }) });
      return;
    }
    setProblems({});
    if (await send(report, typed || null)) close(true);
  };

  return (
    <Form
      act={act}
      dirty={reason !== ''}
      problems={problems}
      onSubmit={submit}
      onReload={onReload}
      onCancel={() => close()}
      submitLabel={submitLabel}
    >
      {(field) => (
        <Stack gap="sm" maw={680}>
          {waiting.length > 1 ? (
            <Select
              {...field('progressReportId')}
              label={choose.label}
              searchable
              allowDeselect={false}
              data={waiting.map((one) => ({ value: one.id, label: choose.nameOf(one) }))}
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
          {isRefusal ? null : (
            <Text size="sm" className="lt-quiet">
              {hint(report)}
            </Text>
          )}
          <Textarea
            {...field('reason')}
            label={words(isRefusal ? 'decide.reason' : 'decide.note')}
            required={isRefusal}
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
