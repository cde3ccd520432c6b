import type { TaskDetailQuery } from '../generated/graphql.ts';

/** A task as its own page reads it. */
export type TaskShown = NonNullable<TaskDetailQuery['task']>;

export interface ActFormProps {
  task: TaskShown;
  /** Asks for the newest version of the task. */
  reload: () => Promise<unknown>;
  close: (saved?: boolean) => void;
}
