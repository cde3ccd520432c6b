import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useBusinessTime } from '../graph/viewer.ts';
import { formatInstant } from './dates.ts';
import { uiWords } from './words.ts';

/** The head of every page: its only first-level heading, what it is about, and its acts. */
export function PageHeader({
  title,
  above,
  below,
  actions,
}: {
  title: string;
  above?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
}) {
  const words = uiWords.useWords();
  const businessTime = useBusinessTime();
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · ${before.split(' · ').at(-1)}`;
    return () => {
      document.title = before;
    };
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm" wrap="wrap">
      <Stack gap={2} flex="1 1 320px" miw={0}>
        {above ? (
          <Text size="sm" className="lt-quiet" component="div">
            {above}
          </Text>
        ) : null}
        <Title order={1} size="h2" lh={1.35}>
          {title}
        </Title>
        {below ? <Text component="div">{below}</Text> : null}
        <span className="lt-print-only">
          {words('page.printed', {
            date: formatInstant(businessTime(new Date())),
            address: typeof location === 'undefined' ? '' : location.href,
          })}
        </span>
      </Stack>
      {actions ? (
        <Group gap="xs" className="lt-no-print">
          {actions}
        </Group>
      ) : null}
    </Group>
  );
}

export function PrintButton() {
  const words = uiWords.useWords();
  return (
    <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
      {words('page.print')}
    </Button>
  );
}

/** A file made by a service; `path` begins with /files/. */
export function ExportLink({ path, children }: { path: string; children: string }) {
  return (
    <Button component="a" href={path} download variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
      {children}
    </Button>
  );
}

export function FileLink({ path, name }: { path: string; name: string }) {
  const words = uiWords.useWords();
  return (
    <Anchor href={path} download aria-label={words('page.download', { name })}>
      {name}
    </Anchor>
  );
}
