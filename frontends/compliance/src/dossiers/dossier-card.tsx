import { useViewer } from '@lienthong/frontend-kit/graph';
import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { daysBetween, formatDate, SavedNote, useAddressState } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import type { DossierStep, DossierToldFragment } from '../generated/graphql.ts';
import { AdvanceDossierForm } from './advance-dossier.form.tsx';
import { DossierBadge } from './dossier-badge.tsx';
import { DossierSteps } from './dossier-steps.tsx';
import { dossiersWords } from './words.ts';

interface Props {
  dossier: DossierToldFragment | null;
  reload: () => Promise<number | undefined>;
}

/** Where the dossier stands, until when, and what the viewer may do about it. */
export function DossierCard({ dossier, reload }: Props) {
  const words = dossiersWords.useWords();
  const address = useAddressState();
  const [savedAt, setSavedAt] = useState<Date>();
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = address.get('step') as DossierStep | undefined;
  const allowed = dossier?.nextSteps ?? [];
  // A form once open stays open with what was typed in it, even when someone else has just taken the step.
  const opened = useRef<DossierStep>(undefined);
  if (!wanted || allowed.includes(wanted)) opened.current = wanted;
  const open = wanted && opened.current === wanted ? wanted : undefined;
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);

  return (
    <section className="lt-card" aria-labelledby="dossier">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2} size="h4" id="dossier">
          {words('title')}
        </Title>
        {dossier ? <DossierBadge dossier={dossier} /> : null}
      </Group>
      {dossier ? (
        <>
          <DossierSteps dossier={dossier} />
          <Text>
            {words('level', { level: dossier.proposedLevel })} · {words('law', { name: dossier.legalRegimeName })}
          </Text>
          <Limit limit={dossier.limit} />
          {dossier.decisionNumber ? (
            <Text>
              {words('decision', {
                number: dossier.decisionNumber,
                date: formatDate(dossier.decisionOn),
                by: dossier.decidedBy ?? '—',
              })}
            </Text>
          ) : null}
          <Text size="sm" className="lt-quiet">
            {words('formEight', { text: dossier.formEightText })}
          </Text>
        </>
      ) : (
        <Text className="lt-quiet">{words('none')}</Text>
      )}
      {dossier && (allowed.length > 0 || open || savedAt) ? (
        <div className="lt-no-print" style={{ marginTop: 16 }}>
          <Title order={3} size="h5" ref={heading} tabIndex={-1} mb={6}>
            {open ? words(`act.${open}`) : words('next.title')}
          </Title>
          {open ? (
            <AdvanceDossierForm
              key={`${dossier.id}${open}`}
              dossier={dossier}
              step={open}
              reload={reload}
              close={(saved) => {
                if (saved) setSavedAt(new Date());
                address.set({ step: undefined });
              }}
            />
          ) : (
            <Group gap="xs">
              {allowed.map((step, index) => (
                <Button key={step} variant={index === 0 ? 'filled' : 'default'} onClick={() => address.set({ step })}>
                  {words(`act.${step}`)}
                </Button>
              ))}
              {allowed.length === 0 ? <Text className="lt-quiet">{words('next.none')}</Text> : null}
              <SavedNote at={savedAt} />
            </Group>
          )}
        </div>
      ) : null}
    </section>
  );
}

function Limit({ limit }: { limit: DossierToldFragment['limit'] }) {
  const words = dossiersWords.useWords();
  const { today } = useViewer();
  if (!limit) return null;
  const left = daysBetween(today, limit.dueOn);
  const standing =
    left > 0
      ? words('limit.left', { count: left })
      : left === 0
        ? words('limit.today')
        : words('limit.overdue', { count: -left });
  return (
    <Text c={limit.isOverdue ? '#9c1c16' : undefined} fw={limit.isOverdue ? 600 : undefined}>
      {words('limit.due', { date: formatDate(limit.dueOn) })} · {standing}{' '}
      <Text span size="sm" fw={400} className="lt-quiet">
        ({words(limit.countsWorkingDays ? 'limit.working' : 'limit.days', { count: limit.days, source: limit.source })})
      </Text>
    </Text>
  );
}
