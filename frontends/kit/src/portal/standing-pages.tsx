import { Button, Container, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Bloc } from '../module-contract.ts';
import { useLanguage } from '../words/words.ts';
import type { PortalDefinition } from './portal-definition.ts';
import { signInAddress, signOut } from './session.ts';
import classes from './standing-pages.module.css';
import { portalWords } from './words.ts';

/** A page of its own for those who cannot see the portal yet, or no more. */
export function StandingPage({
  portal,
  title,
  children,
  actions,
}: {
  portal: PortalDefinition;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const { language, change } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  useEffect(() => {
    document.title = `${title} · ${portal.title[language]}`;
  }, [title, portal, language]);
  return (
    <div className={classes.page} data-bloc={portal.bloc}>
      <header className={classes.bar}>
        <b>{portal.title[language]}</b>
        <Button variant="transparent" c="white" size="xs" lang={other} onClick={() => void change(other)}>
          {other === 'en' ? 'English' : 'Tiếng Việt'}
        </Button>
      </header>
      <Container component="main" size="sm" py={64}>
        <Stack gap="md">
          <Title order={1} size="h2">
            {title}
          </Title>
          {children}
          <Group>{actions}</Group>
        </Stack>
      </Container>
    </div>
  );
}

export function WrongPortalPage({ portal, otherAddress }: { portal: PortalDefinition; otherAddress?: string }) {
  const words = portalWords.useWords();
  const other: Bloc = portal.bloc === 'PARTY' ? 'GOVERNMENT' : 'PARTY';
  return (
    <StandingPage
      portal={portal}
      title={words('wrongPortal.title')}
      actions={
        <>
          {otherAddress ? (
            <Button component="a" href={otherAddress}>
              {words('wrongPortal.other', { portal: words(`portal.${other}`) })}
            </Button>
          ) : null}
          <Button variant="default" onClick={signOut}>
            {words('wrongPortal.signOut')}
          </Button>
        </>
      }
    >
      <Text>{words('wrongPortal.text', { portal: words(`portal.${portal.bloc}`) })}</Text>
    </StandingPage>
  );
}

export function NoMembershipPage({ portal, name }: { portal: PortalDefinition; name: string }) {
  const words = portalWords.useWords();
  return (
    <StandingPage
      portal={portal}
      title={words('noMembership.title')}
      actions={
        <>
          <Button onClick={() => location.reload()}>{words('noMembership.reload')}</Button>
          <Button variant="default" onClick={signOut}>
            {words('account.signOut')}
          </Button>
        </>
      }
    >
      <Text>{words('noMembership.text')}</Text>
      {name ? <Text className="lt-quiet">{words('noMembership.account', { name })}</Text> : null}
    </StandingPage>
  );
}

export function SignedOutPage({ portal, failed }: { portal: PortalDefinition; failed?: boolean }) {
  const words = portalWords.useWords();
  return (
    <StandingPage
      portal={portal}
      title={words(failed ? 'signInFailed.title' : 'signedOut.title')}
      actions={
        <Button component="a" href="/sign-in?return=%2F">
          {words('signedOut.again')}
        </Button>
      }
    >
      <Text>{words(failed ? 'signInFailed.text' : 'signedOut.text')}</Text>
    </StandingPage>
  );
}

/** The session ended while someone was typing: nothing of the page is thrown away. */
export function SessionEndedDialog({ opened, onContinue }: { opened: boolean; onContinue: () => Promise<boolean> }) {
  const words = portalWords.useWords();
  const [still, setStill] = useState(false);
  return (
    <Modal opened={opened} onClose={() => undefined} withCloseButton={false} title={words('expired.title')}>
      <Stack>
        <Text>{words('expired.text')}</Text>
        {still ? (
          <Text role="alert" c="#9c1c16">
            {words('expired.still')}
          </Text>
        ) : null}
        <Group>
          <Button component="a" href={signInAddress()} target="_blank" rel="opener" data-autofocus>
            {words('expired.signIn')}
          </Button>
          <Button variant="default" onClick={async () => setStill(!(await onContinue()))}>
            {words('expired.continue')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
