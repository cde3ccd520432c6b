import { useAct } from '@lienthong/frontend-kit/graph';
import { Button, Group, Stack, Textarea, Title } from '@lienthong/frontend-kit/mantine';
import { Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { AcceptReportDocument, type ReportToldFragment, ReturnReportDocument } from '../generated/graphql.ts';
import { reportsWords } from './words.ts';

interface DecideReportFormProps {
  report: ReportToldFragment;
  permissions: readonly string[];
  newestVersion: () => Promise<number | undefined>;
}

/** The recipient takes the report in, or sends it back saying what must change. */
export function DecideReportForm({ report, permissions, newestVersion }: DecideReportFormProps) {
  const words = reportsWords.useWords();
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  // The version that was read: a report handed in anew is another one.
  const [read, setRead] = useState(report.version);
  const accept = useAct(AcceptReportDocument);
  const giveBack = useAct(ReturnReportDocument);
  const act = returning ? giveBack : accept;
  const about = { reportId: report.id, expectedVersion: read };

  const send = async () => {
    if (!returning) {
      await accept.submit({ ...about, reason: reason.trim() || null });
      return;
    }
    setProblems(reason.trim() ? {} : { reason: words('decide.reasonMissing') });
    if (reason.trim()) await giveBack.submit({ ...about, reason: reason.trim() });
  };

  return (
    <section className="lt-card lt-no-print" aria-labelledby="decide-report">
      <Title order={2} size="h4" id="decide-report" mb="sm">
        {words('decide.title')}
      </Title>
      <Form
        act={act}
        dirty={reason !== ''}
        problems={problems}
        onSubmit={send}
        onReload={() =>
          void newestVersion().then((newest) => {
            setRead(newest ?? read);
            act.clear();
          })
        }
        onCancel={returning ? () => setReturning(false) : undefined}
        submitLabel={words(returning ? 'decide.return' : 'decide.accept')}
      >
        {(field) => (
          <Stack gap="sm" maw={680}>
            <Textarea
              {...field('reason')}
              label={words(returning ? 'decide.reason' : 'decide.note')}
              required={returning}
              autosize
              minRows={2}
              maxLength={5000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {returning || !permissions.includes('return') ? null : (
              <Group>
                <Button variant="default" onClick={() => setReturning(true)}>
                  {words('decide.return')}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </Form>
    </section>
  );
}
