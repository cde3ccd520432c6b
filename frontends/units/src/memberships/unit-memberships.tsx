import { IconUserPlus } from '@lienthong/frontend-kit/icons';
import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatDate, SavedNote, useAddressState } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import classes from '../units/unit.module.css';
import type { UnitShown } from '../units/unit-shown.ts';
import { EndMembershipForm } from './end-membership.form.tsx';
import { GrantMembershipForm } from './grant-membership.form.tsx';
import { membershipsWords } from './words.ts';

/** Who works in the unit with which role; whoever keeps the unit gives roles and ends them. */
export function UnitMemberships({ unit }: { unit: UnitShown }) {
  const words = membershipsWords.useWords();
  const address = useAddressState();
  const [savedAt, setSavedAt] = useState<Date>();
  const heading = useRef<HTMLHeadingElement>(null);
  const mayGrant = unit.mayManage && !unit.validTo;
  const granting = mayGrant && address.get('act') === 'grant';
  const ending = unit.mayManage ? unit.people.find(({ id }) => id === address.get('endRole')) : undefined;
  const open = granting ? 'grant' : ending?.id;
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  const close = (saved?: boolean) => {
    if (saved) setSavedAt(new Date());
    address.set({ act: undefined, endRole: undefined });
  };
  return (
    <section className="lt-card" aria-labelledby="unit-people">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2} size="h4" id="unit-people">
          {words('title')}
        </Title>
        {mayGrant && !open ? (
          <Button
            size="xs"
            variant="default"
            className="lt-no-print"
            leftSection={<IconUserPlus size={15} aria-hidden />}
            onClick={() => address.set({ act: 'grant' })}
          >
            {words('grant.open')}
          </Button>
        ) : null}
      </Group>
      <SavedNote at={savedAt} />
      {open ? (
        <div className="lt-no-print" style={{ marginBlockEnd: 16 }}>
          <Title order={3} size="h5" ref={heading} tabIndex={-1} mb={6}>
            {ending
              ? words('end.title', { name: ending.person.displayName, role: words(`role.${ending.role}`) })
              : words('grant.title')}
          </Title>
          {ending ? (
            <EndMembershipForm key={ending.id} membership={ending} close={close} />
          ) : (
            <GrantMembershipForm unit={unit} close={close} />
          )}
        </div>
      ) : null}
      {unit.people.length === 0 ? <Text className="lt-quiet">{words('none')}</Text> : null}
      <ul className={classes.plain}>
        {unit.people.map((membership) => (
          <li key={membership.id}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <div>
                {membership.person.displayName}
                <Text size="sm" className="lt-quiet">
                  {words(`role.${membership.role}`)},{' '}
                  {membership.validTo
                    ? words('until', { from: formatDate(membership.validFrom), to: formatDate(membership.validTo) })
                    : words('since', { from: formatDate(membership.validFrom) })}
                </Text>
              </div>
              {unit.mayManage && !membership.validTo && !open ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  className="lt-no-print"
                  style={{ flex: 'none' }}
                  aria-label={words('end.of', { name: membership.person.displayName })}
                  onClick={() => address.set({ endRole: membership.id })}
                >
                  {words('end.open')}
                </Button>
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
