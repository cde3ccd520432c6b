import { IconPlus } from '@lienthong/frontend-kit/icons';
import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { SavedNote, useAddressState } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import type { CheckToldFragment } from '../generated/graphql.ts';
import { AddCheckForm } from './add-check.form.tsx';
import { CheckCard } from './check-card.tsx';
import { checksWords } from './words.ts';

const rank = ({ latestRun, isStale }: CheckToldFragment) =>
  latestRun?.outcome === 'FAIL' ? 0 : latestRun?.outcome === 'UNKNOWN' ? 1 : !latestRun || isStale ? 2 : 3;

interface Props {
  systemId: string;
  checks: readonly CheckToldFragment[];
  mayAdd: boolean;
}

/** What is checked of a system: what failed comes first. */
export function CheckList({ systemId, checks, mayAdd }: Props) {
  const words = checksWords.useWords();
  const address = useAddressState();
  const [savedAt, setSavedAt] = useState<Date>();
  const heading = useRef<HTMLHeadingElement>(null);
  // A result that arrives must not move the check one is reading: the order is that of the first look.
  const order = useRef(new Map<string, number>());
  for (const check of checks) if (!order.current.has(check.id)) order.current.set(check.id, rank(check));
  const rankOf = (check: CheckToldFragment) => order.current.get(check.id) ?? 0;
  const shown = [...checks].sort((a, b) => rankOf(a) - rankOf(b));
  const adding = mayAdd && address.get('add') === 'check';
  useEffect(() => {
    if (adding) heading.current?.focus();
  }, [adding]);
  const count = (test: (check: CheckToldFragment) => boolean) => checks.filter(test).length;
  return (
    <section className="lt-card" aria-labelledby="checks">
      <Group justify="space-between" gap="xs" mb={6}>
        <Title order={2} size="h4" id="checks">
          {words('title')}
        </Title>
        {mayAdd && !adding ? (
          <Button
            size="xs"
            className="lt-no-print"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => address.set({ add: 'check' })}
          >
            {words('add.title')}
          </Button>
        ) : null}
      </Group>
      <SavedNote at={savedAt} />
      {adding ? (
        <div className="lt-no-print" style={{ paddingBlockEnd: 16 }}>
          <Title order={3} size="h5" ref={heading} tabIndex={-1} mb={6}>
            {words('add.title')}
          </Title>
          <AddCheckForm
            systemId={systemId}
            close={(saved) => {
              if (saved) setSavedAt(new Date());
              address.set({ add: undefined });
            }}
          />
        </div>
      ) : null}
      {checks.length === 0 ? (
        <Text className="lt-quiet">{words('none')}</Text>
      ) : (
        <Text mb="sm">
          {words('summary', {
            failed: count(({ latestRun }) => latestRun?.outcome === 'FAIL'),
            unknown: count(({ latestRun }) => latestRun?.outcome === 'UNKNOWN'),
            stale: count(({ isStale }) => isStale),
            count: checks.length,
          })}
        </Text>
      )}
      {shown.map((check) => (
        <CheckCard key={check.id} check={check} />
      ))}
    </section>
  );
}
