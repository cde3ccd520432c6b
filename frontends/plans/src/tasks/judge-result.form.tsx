import { useAct } from '@lienthong/frontend-kit/graph';
import { ConfirmTaskResultDocument, RejectTaskResultDocument } from '../generated/graphql.ts';
import { DecisionForm } from './decision.form.tsx';
import { useNames } from './names.ts';
import type { ActFormProps } from './task-shown.ts';
import { useOpened } from './use-opened.ts';
import { tasksWords } from './words.ts';

/** A following body says that the task is done, or that it is not. */
export function JudgeResultForm({ task, reload, close, decision }: ActFormProps & { decision: 'confirm' | 'reject' }) {
  const words = tasksWords.useWords();
  const { whose } = useNames();
  const { opened, renew } = useOpened(task, reload);
  const confirm = useAct(ConfirmTaskResultDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const reject = useAct(RejectTaskResultDocument, { refetch: ['TaskDetail', 'MyWorkCount'] });
  const act = decision === 'reject' ? reject : confirm;
  return (
    <DecisionForm
      waiting={opened.waitingResults}
      choose={{ label: words('decide.unit'), nameOf: whose }}
      act={act}
      submitLabel={words(`act.${decision}`)}
      isRefusal={decision === 'reject'}
      hint={() => words('decide.confirmHint')}
      send={async ({ id }, reason) => {
        const about = { taskId: task.id, expectedVersion: opened.version, progressReportId: id };
        return Boolean(
          decision === 'reject'
            ? await reject.submit({ ...about, reason: reason ?? '' })
            : await confirm.submit({ ...about, reason }),
        );
      }}
      onReload={() => void renew().then(act.clear)}
      close={close}
    />
  );
}
