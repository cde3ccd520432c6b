import { Alert, Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { useBlocker } from 'react-router';
import type { RefusalShown } from '../graph/refusal.ts';
import { useBusinessTime } from '../graph/viewer.ts';
import { formatTime } from './dates.ts';
import { useRefusalText } from './notices.tsx';
import { uiWords } from './words.ts';

interface ActShown {
  busy: boolean;
  refusals: readonly RefusalShown[];
  savedAt: Date | undefined;
  stale: boolean;
  fieldRefusal: (field: string) => string | undefined;
}

interface FormState {
  id: string;
  problems: Readonly<Record<string, string | undefined>>;
  act: ActShown;
}

const FormContext = createContext<FormState | undefined>(undefined);

/** The name, id and error of one field: spread it on any Mantine input, `<TextInput {...field('summary')} />`. */
export function useField(): (name: string) => { id: string; name: string; error: string | undefined } {
  const form = useContext(FormContext);
  if (!form) throw new Error('useField is read inside a Form only');
  return (name) => ({ id: `${form.id}-${name}`, name, error: form.problems[name] ?? form.act.fieldRefusal(name) });
}

interface FormProps {
  /** What is typed is lost when this is left: asks before leaving. */
  dirty?: boolean;
  act: ActShown;
  /** Found before sending, by field; shown in the summary and at the field. */
  problems?: Readonly<Record<string, string | undefined>>;
  onSubmit: () => void;
  /** Fetch the newest version while what was typed stays. */
  onReload?: () => void;
  onCancel?: () => void;
  submitLabel: string;
  children: ReactNode | ((field: ReturnType<typeof useField>) => ReactNode);
}

const none = {};

/** A form that says what is wrong at the top and at the field, sends once, and keeps what was typed whatever happens. */
export function Form({
  dirty = false,
  act,
  problems = none,
  onSubmit,
  onReload,
  onCancel,
  submitLabel,
  children,
}: FormProps) {
  const words = uiWords.useWords();
  const text = useRefusalText();
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  const found: { field?: string; message: string }[] = [
    ...Object.entries(problems)
      .filter(([, message]) => message)
      .map(([field, message]) => ({ field, message: message as string })),
    ...act.refusals
      .filter(({ reason }) => reason !== 'STALE_VERSION')
      .map((refusal) => ({ field: refusal.field, message: text(refusal) })),
  ];
  const count = found.length + (act.stale ? 1 : 0);
  useEffect(() => {
    if (count > 0) summary.current?.focus();
  }, [count]);

  return (
    <FormContext.Provider value={{ id, problems, act }}>
      <LeaveGuard when={dirty && !act.busy} />
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!act.busy) onSubmit();
        }}
      >
        <Stack gap="md">
          {count > 0 ? (
            <Alert
              ref={summary}
              tabIndex={-1}
              role="alert"
              color="red"
              icon={<IconAlertTriangle aria-hidden />}
              title={act.stale ? undefined : words('form.errors')}
            >
              {act.stale ? (
                <Group gap="xs">
                  <Text>{words('form.stale')}</Text>
                  {onReload ? (
                    <Button size="xs" variant="default" onClick={onReload}>
                      {words('form.staleReload')}
                    </Button>
                  ) : null}
                </Group>
              ) : null}
              <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                {found.map(({ field, message }) => (
                  <li key={`${field}${message}`}>
                    {field ? (
                      <Anchor
                        href={`#${id}-${field}`}
                        onClick={(event) => {
                          event.preventDefault();
                          document.getElementById(`${id}-${field}`)?.focus();
                        }}
                      >
                        {message}
                      </Anchor>
                    ) : (
                      message
                    )}
                  </li>
                ))}
              </ul>
            </Alert>
          ) : null}
          {typeof children === 'function' ? <Fields>{children}</Fields> : children}
          <Group gap="sm">
            <Button type="submit" loading={act.busy} aria-disabled={act.busy}>
              {submitLabel}
            </Button>
            {onCancel ? (
              <Button variant="default" onClick={onCancel}>
                {words('form.cancel')}
              </Button>
            ) : null}
            <SavedNote at={count === 0 ? act.savedAt : undefined} />
          </Group>
        </Stack>
      </form>
    </FormContext.Provider>
  );
}

function Fields({ children }: { children: (field: ReturnType<typeof useField>) => ReactNode }) {
  return children(useField());
}

/** `at` is when it was, by this machine; shown is what the business clock said then. */
export function SavedNote({ at }: { at: Date | undefined }) {
  const words = uiWords.useWords();
  const businessTime = useBusinessTime();
  return (
    <Text span role="status" aria-live="polite" c="#04573f">
      {at ? (
        <>
          <IconCheck size={16} aria-hidden style={{ verticalAlign: '-3px' }} />{' '}
          {words('form.saved', { time: formatTime(businessTime(at)) })}
        </>
      ) : null}
    </Text>
  );
}

function LeaveGuard({ when }: { when: boolean }) {
  const words = uiWords.useWords();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <Modal opened={blocker.state === 'blocked'} onClose={() => blocker.reset?.()} title={words('form.leave')}>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          {words('form.leaveNo')}
        </Button>
        <Button onClick={() => blocker.proceed?.()}>{words('form.leaveYes')}</Button>
      </Group>
    </Modal>
  );
}
