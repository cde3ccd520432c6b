import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { SavedNote, useAddressState } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import { AssignTaskForm } from './assign-task.form.tsx';
import { DecideReportForm } from './decide-report.form.tsx';
import { JudgeResultForm } from './judge-result.form.tsx';
import { ReportProgressForm } from './report-progress.form.tsx';
import type { ActFormProps, TaskShown } from './task-shown.ts';
import { tasksWords } from './words.ts';

/** In the order in which they matter to whoever may do several. */
const acts = ['confirm', 'reject', 'approve', 'return', 'reportProgress', 'assign'] as const;
export type TaskAct = (typeof acts)[number];

const opposite: Partial<Record<TaskAct, TaskAct>> = {
  approve: 'return',
  return: 'approve',
  confirm: 'reject',
  reject: 'confirm',
};

/** What the viewer may do next; the open form stands in the address, so that a list can point to it. */
export function NextAct({ task, reload }: { task: TaskShown; reload: () => Promise<unknown> }) {
  const words = tasksWords.useWords();
  const address = useAddressState();
  const [savedAt, setSavedAt] = useState<Date>();
  const heading = useRef<HTMLHeadingElement>(null);
  const allowed = acts.filter(
    (act) => task.permissions.includes(act) || (act === 'reject' && task.permissions.includes('confirm')),
  );
  const wanted = acts.find((act) => act === address.get('act'));
  // A form once open stays open with what was typed in it, even when someone else has just done the act.
  const opened = useRef<TaskAct>(undefined);
  if (!wanted || allowed.includes(wanted)) opened.current = wanted;
  const open = wanted && opened.current === wanted ? wanted : undefined;
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  if (allowed.length === 0 && !savedAt && !open) return null;

  // Whoever has read a report may find the other decision right; what was typed comes along.
  const other = open && opposite[open];
  const props: ActFormProps = {
    task,
    reload,
    close: (saved) => {
      if (saved) setSavedAt(new Date());
      address.set({ act: undefined });
    },
  };
  return (
    <section className="lt-card lt-no-print" aria-labelledby="next-act" style={{ marginBottom: 16 }}>
      <Title
        order={2}
        size="h4"
        id="next-act"
        ref={heading}
        tabIndex={-1}
        mb={open ? 'sm' : 4}
        style={{ outline: 'none' }}
      >
        {open ? words(`act.${open}`) : words('act.title')}
      </Title>
      {open === 'reportProgress' ? <ReportProgressForm {...props} /> : null}
      {open === 'assign' ? <AssignTaskForm {...props} /> : null}
      {open === 'approve' || open === 'return' ? <DecideReportForm {...props} decision={open} /> : null}
      {open === 'confirm' || open === 'reject' ? <JudgeResultForm {...props} decision={open} /> : null}
      {other && allowed.includes(other) ? (
        <Button variant="subtle" mt="sm" px={0} onClick={() => address.set({ act: other })}>
          {words('act.instead', { act: words(`act.${other}`) })}
        </Button>
      ) : null}
      {open ? null : (
        <Group gap="xs" mt={4}>
          {allowed.map((act, index) => (
            <Button key={act} variant={index === 0 ? 'filled' : 'default'} onClick={() => address.set({ act })}>
              {words(`act.${act}`)}
            </Button>
          ))}
          {allowed.length === 0 ? <Text className="lt-quiet">{words('act.none')}</Text> : null}
          <SavedNote at={savedAt} />
        </Group>
      )}
    </section>
  );
}
