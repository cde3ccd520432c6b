import { Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react';
import { useViewer } from '../graph/viewer.ts';
import classes from './account-menu.module.css';
import { actAs, signOut } from './session.ts';
import { portalWords } from './words.ts';

/** Which unit one acts for, and the way out. */
export function AccountMenu() {
  const words = portalWords.useWords();
  const viewer = useViewer();
  const roleOf = (role: string) => words(`role.${role}` as 'role.VIEWER');
  const { membership } = viewer;
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          variant="transparent"
          c="white"
          className={classes.button}
          px={6}
          aria-label={`${roleOf(membership.role)} · ${membership.unit.shortName}: ${words('account')}`}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          <IconUser size={18} aria-hidden className={classes.icon} />
          <span className={classes.text} title={membership.unit.name}>
            {roleOf(membership.role)} · {membership.unit.shortName}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="#1b2430">
            {viewer.displayName}
          </Text>
          {words('account.actingFor')}
        </Menu.Label>
        {viewer.memberships.map((other) => (
          <Menu.Item
            key={other.id}
            leftSection={
              other.id === membership.id ? (
                <IconCheck size={16} aria-hidden />
              ) : (
                <span style={{ width: 16, display: 'inline-block' }} />
              )
            }
            aria-current={other.id === membership.id || undefined}
            onClick={() => (other.id === membership.id ? undefined : void actAs(other.id))}
          >
            {other.unit.name}
            <Text size="sm" className="lt-quiet">
              {roleOf(other.role)}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {words('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
