import { Button, Group, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { SavedNote, useAddressState } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import { CreateUnitForm } from './create-unit.form.tsx';
import { EndUnitForm } from './end-unit.form.tsx';
import { MoveUnitForm } from './move-unit.form.tsx';
import { useNames } from './names.ts';
import { RenameUnitForm } from './rename-unit.form.tsx';
import type { ChosenUnit } from './unit-select.tsx';
import type { ActFormProps, UnitShown } from './unit-shown.ts';
import { unitWords } from './words.ts';

const acts = ['addChild', 'rename', 'move', 'end'] as const;

/** What whoever keeps the unit may do; the open form stands in the address. */
export function UnitActs({ unit, reload }: { unit: UnitShown; reload: () => Promise<number | undefined> }) {
  const words = unitWords.useWords();
  const address = useAddressState();
  const { fullUnitName } = useNames();
  const [saved, setSaved] = useState<{ at: Date; made?: ChosenUnit }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const open = unit.mayManage ? acts.find((act) => act === address.get('act')) : undefined;
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  if (!unit.mayManage) return null;
  // What has ended is kept as it is; only its history is read.
  const offered = unit.validTo ? [] : acts;
  if (offered.length === 0 && !saved && !open) return null;

  const props: ActFormProps = {
    unit,
    reload,
    close: (done, made) => {
      if (done) setSaved({ at: new Date(), made });
      address.set({ act: undefined });
    },
  };
  return (
    <section className="lt-card lt-no-print" aria-labelledby="unit-acts">
      <Title order={2} size="h4" id="unit-acts" ref={heading} tabIndex={-1} mb={open ? 'sm' : 6}>
        {words(open ? `act.${open}` : 'act.title')}
      </Title>
      {open === 'addChild' ? <CreateUnitForm {...props} /> : null}
      {open === 'rename' ? <RenameUnitForm {...props} /> : null}
      {open === 'move' ? <MoveUnitForm {...props} /> : null}
      {open === 'end' ? <EndUnitForm {...props} /> : null}
      {open ? null : (
        <Group gap="xs">
          {offered.map((act) => (
            <Button key={act} variant="default" onClick={() => address.set({ act })}>
              {words(`act.${act}`)}
            </Button>
          ))}
          <SavedNote at={saved?.at} />
          {saved?.made ? (
            <Link to={`/units/${saved.made.id}`}>{words('act.opened', { name: fullUnitName(saved.made) })}</Link>
          ) : null}
        </Group>
      )}
    </section>
  );
}
