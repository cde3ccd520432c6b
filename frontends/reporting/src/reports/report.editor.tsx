import { useAct, useBusinessTime, useQuery } from '@lienthong/frontend-kit/graph';
import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@lienthong/frontend-kit/mantine';
import { Answer, Form, formatTime, PageSkeleton } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import {
  ReportStartDocument,
  type ReportStartQuery,
  SaveReportDraftDocument,
  SubmitReportDocument,
} from '../generated/graphql.ts';
import { FigureInputs, type TypedFigure, wrongFigures } from './figure-inputs.tsx';
import type { OwedReport } from './owed-report.ts';
import { TaskChoice } from './task-choice.tsx';
import { reportsWords } from './words.ts';

type Start = ReportStartQuery['reportDraft'];

/** The report as its unit writes it. */
export function ReportEditor({ obligation, onSubmitted }: { obligation: OwedReport; onSubmitted: () => void }) {
  const asked = useQuery(ReportStartDocument, {
    variables: { obligationId: obligation.id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  return (
    <Answer of={asked} skeleton={<PageSkeleton head={false} rows={5} />}>
      {({ reportDraft }) => (
        <Editor
          obligationId={obligation.id}
          start={reportDraft}
          onSubmitted={onSubmitted}
          newestVersion={async () => (await asked.refetch()).data?.reportDraft.version ?? null}
        />
      )}
    </Answer>
  );
}

interface EditorProps {
  obligationId: string;
  start: Start;
  onSubmitted: () => void;
  newestVersion: () => Promise<number | null>;
}

function Editor({ obligationId, start, onSubmitted, newestVersion }: EditorProps) {
  const words = reportsWords.useWords();
  const businessTime = useBusinessTime();
  const [figures, setFigures] = useState<TypedFigure[]>(() =>
    start.figures.map(({ key, value, note }) => ({ key, value, note: note ?? '' })),
  );
  const [summary, setSummary] = useState(start.summary);
  const [obstacles, setObstacles] = useState(start.obstacles ?? '');
  const [proposals, setProposals] = useState(start.proposals ?? '');
  const [taskIds, setTaskIds] = useState(start.taskIds);
  const [tasks] = useState(() => start.tasks.filter((task) => task !== null));
  const [version, setVersion] = useState(start.version);
  const [dirty, setDirty] = useState(false);
  const [last, setLast] = useState<'save' | 'submit'>('submit');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = useAct(SaveReportDraftDocument);
  const submit = useAct(SubmitReportDocument);
  const act = last === 'save' ? save : submit;
  const busy = save.busy || submit.busy;

  const typing =
    <V,>(change: (value: V) => void) =>
    (value: V) => {
      setDirty(true);
      change(value);
    };
  const content = () => ({
    obligationId,
    expectedVersion: version,
    figures: figures.map(({ key, value, note }) => ({ key, value: Number(value), note: note.trim() || null })),
    summary: summary.trim(),
    obstacles: obstacles.trim() || null,
    proposals: proposals.trim() || null,
    taskIds,
  });
  const isSound = (submitting: boolean) => {
    const found = wrongFigures(start.figures, figures, (label) => words('figure.wrong', { label }));
    if (submitting && !summary.trim()) found.summary = words('form.summaryMissing');
    setProblems(found);
    return Object.keys(found).length === 0;
  };

  const send = async () => {
    setLast('submit');
    if (busy || !isSound(true)) return;
    const done = await submit.submit(content());
    if (!done) return;
    setDirty(false);
    onSubmitted();
  };
  const keep = async () => {
    setLast('save');
    if (busy || !isSound(false)) return;
    const done = await save.submit(content());
    if (!done) return;
    setVersion(done.saveReportDraft.report.version);
    setDirty(false);
  };

  return (
    <Form
      act={{ ...act, busy, savedAt: undefined }}
      dirty={dirty}
      problems={problems}
      onSubmit={send}
      onReload={() =>
        void newestVersion().then((newest) => {
          setVersion(newest);
          act.clear();
        })
      }
      submitLabel={words('form.submit')}
    >
      {(field) => (
        <Stack gap="lg">
          {start.isPrefilled ? null : (
            <Alert color="yellow" c="#5c3c00">
              {words('notPrefilled')}
            </Alert>
          )}
          <div>
            <Title order={3} size="h5" mb="xs">
              {words('part.figures')}
            </Title>
            <FigureInputs start={start.figures} typed={figures} onChange={typing(setFigures)} field={field} />
          </div>
          <Textarea
            {...field('summary')}
            label={words('part.summary')}
            required
            autosize
            minRows={5}
            maxLength={20_000}
            value={summary}
            onChange={(event) => typing(setSummary)(event.currentTarget.value)}
          />
          <Textarea
            {...field('obstacles')}
            label={words('part.obstacles')}
            autosize
            minRows={3}
            maxLength={20_000}
            value={obstacles}
            onChange={(event) => typing(setObstacles)(event.currentTarget.value)}
          />
          <Textarea
            {...field('proposals')}
            label={words('part.proposals')}
            autosize
            minRows={3}
            maxLength={20_000}
            value={proposals}
            onChange={(event) => typing(setProposals)(event.currentTarget.value)}
          />
          <TaskChoice tasks={tasks} chosen={taskIds} onChange={typing(setTaskIds)} />
          <Group gap="sm">
            <Button variant="default" onClick={keep} loading={save.busy}>
              {words('form.save')}
            </Button>
            <Text span role="status" c="#04573f">
              {save.savedAt && !dirty && save.refusals.length === 0
                ? words('form.draftSaved', { time: formatTime(businessTime(save.savedAt)) })
                : null}
            </Text>
          </Group>
        </Stack>
      )}
    </Form>
  );
}
