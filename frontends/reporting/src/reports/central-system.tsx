import { useAct } from '@lienthong/frontend-kit/graph';
import { IconCheck } from '@lienthong/frontend-kit/icons';
import { Button, Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatInstant } from '@lienthong/frontend-kit/ui';
import { MarkEnteredInCentralSystemDocument, type ReportToldFragment } from '../generated/graphql.ts';
import { reportsWords } from './words.ts';

/** Whether the report was also typed into the central system, and by whom. */
export function CentralSystem({ report, permissions }: { report: ReportToldFragment; permissions: readonly string[] }) {
  const words = reportsWords.useWords();
  const act = useAct(MarkEnteredInCentralSystemDocument);
  const mayMark = permissions.includes('markEnteredInCentralSystem') && !report.enteredInCentralSystemAt;
  if (!mayMark && !report.enteredInCentralSystemAt) return null;
  return (
    <section className="lt-card" aria-labelledby="central-system">
      <Title order={2} size="h4" id="central-system" mb="sm">
        {words('central.title')}
      </Title>
      {report.enteredInCentralSystemAt ? (
        <Text>
          <IconCheck size={16} aria-hidden style={{ verticalAlign: '-3px' }} />{' '}
          {words('central.entered', {
            who: report.enteredInCentralSystemBy ?? '',
            at: formatInstant(report.enteredInCentralSystemAt),
          })}
        </Text>
      ) : (
        <Button
          variant="default"
          className="lt-no-print"
          loading={act.busy}
          onClick={() => void act.submit({ reportId: report.id, expectedVersion: report.version })}
        >
          {words('central.mark')}
        </Button>
      )}
      {act.refusals.map(({ reason, message }) => (
        <Text key={reason} role="alert" c="#9c1c16" mt="xs">
          {message}
        </Text>
      ))}
    </section>
  );
}
