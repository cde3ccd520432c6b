import { Button, Group, Paper, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RefusalShown } from '../graph/refusal.ts';
import { readRefusals } from '../graph/refusal.ts';
import { uiWords } from './words.ts';

interface NoticeProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  urgent?: boolean;
  level?: 1 | 2 | 3;
}

/** Says what, why, and who can help; used for every state that is not content. */
export function Notice({ title, children, action, urgent, level = 2 }: NoticeProps) {
  const Mark = urgent ? IconAlertTriangle : IconInfoCircle;
  return (
    <Paper withBorder p="lg" radius="md" role={urgent ? 'alert' : undefined} data-notice>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <Mark size={24} aria-hidden color={urgent ? '#9c1c16' : '#56606b'} style={{ flex: 'none', marginTop: 1 }} />
        <Stack gap={6} align="flex-start" miw={0}>
          <Title order={level} size="1.0625rem" lh={1.5}>
            {title}
          </Title>
          {children ? (
            <Text component="div" maw="64ch">
              {children}
            </Text>
          ) : null}
          {action ? (
            <div style={{ marginTop: 6 }} className="lt-no-print">
              {action}
            </div>
          ) : null}
        </Stack>
      </Group>
    </Paper>
  );
}

export function EmptyNotice({ title, children, action }: Partial<NoticeProps>) {
  const words = uiWords.useWords();
  return (
    <Notice title={title ?? words('empty.title')} action={action}>
      {children}
    </Notice>
  );
}

export function ForbiddenNotice({ level }: Pick<NoticeProps, 'level'>) {
  const words = uiWords.useWords();
  return (
    <Notice level={level} title={words('forbidden.title')}>
      {words('forbidden.text')}
    </Notice>
  );
}

export function NotFoundNotice() {
  const words = uiWords.useWords();
  return <Notice title={words('notFound.title')}>{words('notFound.text')}</Notice>;
}

export function useRefusalText(): (refusal: RefusalShown) => string {
  const words = uiWords.useWords();
  return (refusal) =>
    refusal.reason === 'UNREACHABLE'
      ? words('error.unreachable')
      : refusal.message && refusal.code !== 'INTERNAL'
        ? refusal.message
        : words('error.internal');
}

export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = uiWords.useWords();
  const text = useRefusalText();
  const [refusal] = readRefusals(error);
  if (refusal?.code === 'FORBIDDEN') return <ForbiddenNotice />;
  if (refusal?.code === 'NOT_FOUND') return <NotFoundNotice />;
  return (
    <Notice
      urgent
      title={words('error.title')}
      action={
        onRetry ? (
          <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
            {words('error.retry')}
          </Button>
        ) : null
      }
    >
      {refusal ? text(refusal) : words('error.internal')}
      {refusal?.id ? (
        <Text size="sm" c="dimmed">
          {words('error.id', { id: refusal.id })}
        </Text>
      ) : null}
    </Notice>
  );
}

/** Skeletons in the shape of what comes. */
export function PageSkeleton({ rows = 6, head = true }: { rows?: number; head?: boolean }) {
  const words = uiWords.useWords();
  return (
    <Stack gap="md" role="status" aria-busy>
      <VisuallyHidden>{words('loading')}</VisuallyHidden>
      {head ? <Skeleton h={34} w="40%" /> : null}
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} h={48} />
      ))}
    </Stack>
  );
}

const namedServices = new Set(['units', 'plans', 'reporting', 'compliance']);

interface Asked<T> {
  data: T | undefined;
  error?: unknown;
  loading: boolean;
  refetch?: () => unknown;
}

/**
 * The four states of an answer in one place: skeleton while there is nothing, the page as soon as there is
 * something (with a line on what is missing), a notice with a retry when there is nothing to show.
 */
export function Answer<T>({
  of,
  skeleton,
  children,
}: {
  of: Asked<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const words = uiWords.useWords();
  if (of.data) {
    const refusals = readRefusals(of.error);
    const services = [...new Set(refusals.flatMap(({ service }) => service ?? []))];
    const serviceName = (service: string) =>
      namedServices.has(service) ? words(`service.${service}` as 'service.units') : service;
    return (
      <>
        {refusals.length > 0 ? (
          <Paper withBorder p="xs" mb="sm" role="status" data-partial>
            {services.length > 0
              ? words('error.partialOf', { service: services.map(serviceName).join(', ') })
              : words('error.partial')}{' '}
            {of.refetch ? (
              <Button size="compact-sm" variant="subtle" onClick={() => of.refetch?.()}>
                {words('error.retry')}
              </Button>
            ) : null}
          </Paper>
        ) : null}
        {children(of.data)}
      </>
    );
  }
  if (of.error) return <ErrorNotice error={of.error} onRetry={of.refetch ? () => of.refetch?.() : undefined} />;
  return skeleton ?? <PageSkeleton />;
}
