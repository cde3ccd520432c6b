import { Button, Group, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { formatDate, SavedNote, useAddressState } from '@lienthong/frontend-kit/ui';
import { type ReactNode, useState } from 'react';
import type { UnitNameFragment } from '../generated/graphql.ts';
import { CorrectSystemForm } from './correct-system.form.tsx';
import classes from './facts.module.css';
import { useNames } from './names.ts';
import { LevelCell } from './system-cells.tsx';
import type { SystemShown } from './system-shown.ts';
import { systemsWords } from './words.ts';

interface Props {
  system: SystemShown;
  reload: () => Promise<number | undefined>;
}

export function SystemFacts({ system, reload }: Props) {
  const words = systemsWords.useWords();
  const address = useAddressState();
  const [savedAt, setSavedAt] = useState<Date>();
  const mayCorrect = system.permissions.includes('correct');
  const correcting = mayCorrect && address.get('act') === 'correct';
  return (
    <section className="lt-card" aria-labelledby="system-facts">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2} size="h4" id="system-facts">
          {words(correcting ? 'correct.title' : 'detail.facts')}
        </Title>
        {mayCorrect && !correcting ? (
          <Button size="xs" variant="default" className="lt-no-print" onClick={() => address.set({ act: 'correct' })}>
            {words('detail.correct')}
          </Button>
        ) : null}
      </Group>
      <SavedNote at={savedAt} />
      {correcting ? (
        <CorrectSystemForm
          system={system}
          reload={reload}
          close={(saved) => {
            if (saved) setSavedAt(new Date());
            address.set({ act: undefined });
          }}
        />
      ) : (
        <dl className={classes.facts}>
          <Fact label={words('detail.code')}>{system.code}</Fact>
          <Fact label={words('detail.type')}>{words(`type.${system.type}`)}</Fact>
          <Fact label={words('detail.level')}>
            <LevelCell system={system} />
          </Fact>
          <Fact label={words('detail.owner')}>
            <UnitLink unit={system.owner} />
          </Fact>
          {system.operator ? (
            <Fact label={words('detail.operator')}>
              <UnitLink unit={system.operator} />
            </Fact>
          ) : null}
          <Fact label={words('detail.supervisor')}>
            <UnitLink unit={system.supervisor} />
          </Fact>
          {system.description ? <Fact label={words('detail.description')}>{system.description}</Fact> : null}
          {system.dataSubjects ? <Fact label={words('detail.dataSubjects')}>{system.dataSubjects}</Fact> : null}
          <Fact label={words('detail.inUseSince')}>{formatDate(system.inUseSince)}</Fact>
        </dl>
      )}
    </section>
  );
}

function UnitLink({ unit }: { unit: UnitNameFragment | null }) {
  const { fullUnitName } = useNames();
  return unit ? <Link to={`/units/${unit.id}`}>{fullUnitName(unit)}</Link> : <>—</>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
