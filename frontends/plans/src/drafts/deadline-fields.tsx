import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@lienthong/frontend-kit/mantine';
import { DateField } from '@lienthong/frontend-kit/ui';
import type { Cadence, DeadlineKind } from '../generated/graphql.ts';
import { deadlineKinds } from '../tasks/task-filter.ts';
import { tasksWords } from '../tasks/words.ts';
import type { DeadlineTyped } from './typed-row.ts';
import { draftsWords } from './words.ts';

const cadences: readonly Cadence[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'];
const dated = new Set<DeadlineKind>(['DATE', 'BEFORE_DATE', 'END_OF_MONTH', 'END_OF_QUARTER', 'END_OF_YEAR', 'PHASED']);

interface Props {
  id: string;
  name: string;
  error: string | undefined;
  description: string | undefined;
  value: DeadlineTyped;
  onChange: (deadline: DeadlineTyped) => void;
}

/** A deadline in the words of the document, read by the service unless the officer says what they mean. */
export function DeadlineFields({ id, name, error, description, value, onChange }: Props) {
  const words = draftsWords.useWords();
  const deadlineWords = tasksWords.useWords();
  const write = (part: Partial<DeadlineTyped>) => onChange({ ...value, ...part });
  const read: Partial<DeadlineTyped> = { kind: null, startsOn: null, dueOn: null, cadence: null, thenOngoing: false };
  const mean = (kind: DeadlineKind | null) =>
    kind === null
      ? write(read)
      : write({
          kind,
          dueOn: dated.has(kind) ? value.dueOn : null,
          cadence: kind === 'RECURRING' ? (value.cadence ?? 'MONTHLY') : null,
        });

  return (
    <Stack gap="xs">
      <TextInput
        id={id}
        name={name}
        error={error}
        description={description}
        label={words('deadline.words')}
        value={value.text}
        // New words mean something new: they are read again, until the officer says what they mean.
        onChange={(event) => write({ ...read, text: event.currentTarget.value })}
      />
      <Group gap="sm" align="flex-end" wrap="wrap">
        <NativeSelect
          label={words('deadline.meaning')}
          value={value.kind ?? ''}
          data={[
            { value: '', label: words('deadline.byWords') },
            ...deadlineKinds.map((kind) => ({ value: kind, label: deadlineWords(`deadlineKind.${kind}`) })),
          ]}
          onChange={(event) => mean((event.currentTarget.value || null) as DeadlineKind | null)}
        />
        {value.kind === 'RECURRING' ? (
          <NativeSelect
            label={words('deadline.cadence')}
            value={value.cadence ?? 'MONTHLY'}
            data={cadences.map((cadence) => ({ value: cadence, label: words(`cadence.${cadence}`) }))}
            onChange={(event) => write({ cadence: event.currentTarget.value as Cadence })}
          />
        ) : null}
        {value.kind && dated.has(value.kind) ? (
          <DateField
            label={words('deadline.dueOn')}
            w={150}
            value={value.dueOn ?? ''}
            onChange={(dueOn) => write({ dueOn: dueOn || null })}
          />
        ) : null}
        {value.kind && (dated.has(value.kind) || value.kind === 'ONGOING') ? (
          <DateField
            label={words('deadline.startsOn')}
            w={150}
            value={value.startsOn ?? ''}
            onChange={(startsOn) => write({ startsOn: startsOn || null })}
          />
        ) : null}
      </Group>
      {value.kind && dated.has(value.kind) ? (
        <Checkbox
          label={words('deadline.then')}
          checked={value.thenOngoing}
          onChange={(event) => write({ thenOngoing: event.currentTarget.checked })}
        />
      ) : null}
    </Stack>
  );
}
