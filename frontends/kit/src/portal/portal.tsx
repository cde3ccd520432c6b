import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ViewerDocument } from '../generated/graphql.ts';
import { LivePages } from '../graph/live.ts';
import { readRefusals } from '../graph/refusal.ts';
import { LiveContext } from '../graph/use-live.ts';
import { ViewerContext, type ViewerShown } from '../graph/viewer.ts';
import { useLanguage } from '../words/words.ts';
import type { FirstModules } from './first-modules.ts';
import { Frame } from './frame.tsx';
import { FrameSkeleton } from './frame-skeleton.tsx';
import { Pages } from './pages.tsx';
import type { PortalDefinition } from './portal-definition.ts';
import { askRegistry } from './registry.ts';
import { arrived, hasJustSignedOut, signIn } from './session.ts';
import {
  NoMembershipPage,
  SessionEndedDialog,
  SignedOutPage,
  StandingPage,
  WrongPortalPage,
} from './standing-pages.tsx';
import { type LoadModule, useModules } from './use-modules.ts';
import { portalWords } from './words.ts';

export const registeredModules = () => askRegistry().then(({ modules }) => modules);

interface PortalProps {
  portal: PortalDefinition;
  load: LoadModule;
  /** Modules whose loading was begun before anything was shown. */
  first?: FirstModules;
  /** The session was refused after the page had content. */
  sessionEnded: boolean;
  onSessionBack: () => void;
}

/** Who is asking decides what is shown: the portal, or a page that says why not. */
export function PortalRoot({ portal, load, first, sessionEnded, onSessionBack }: PortalProps) {
  const words = portalWords.useWords();
  const { language } = useLanguage();
  const client = useApolloClient();
  // Answered a moment ago, when the portal began with this question.
  const [known] = useState(() => client.readQuery({ query: ViewerDocument }) !== null);
  const { data, error, loading, refetch } = useQuery(ViewerDocument, {
    fetchPolicy: known ? 'cache-first' : 'cache-and-network',
  });
  const [otherAddress, setOtherAddress] = useState<string>();
  const [gaveUp, setGaveUp] = useState(false);
  const [signedOut] = useState(hasJustSignedOut);
  const modules = useModules(load, registeredModules, first);
  const [refusal] = readRefusals(error);
  const me = data?.me;

  useEffect(() => {
    if (!data) document.title = portal.title[language];
  }, [data, portal, language]);
  useEffect(() => {
    if (!data && refusal?.code === 'UNAUTHENTICATED' && !signedOut) setGaveUp(!signIn());
    if (data) arrived();
  }, [data, refusal?.code, signedOut]);
  useEffect(() => {
    askRegistry().then(
      ({ portals }) => setOtherAddress(portals?.[portal.bloc === 'PARTY' ? 'GOVERNMENT' : 'PARTY']),
      () => undefined,
    );
  }, [portal.bloc]);
  // Names and sentences from the services are in the language asked for.
  const [shownLanguage, setShownLanguage] = useState(language);
  useEffect(() => {
    if (language === shownLanguage) return;
    setShownLanguage(language);
    void client.refetchQueries({ include: 'active' });
  }, [language, shownLanguage, client]);

  const viewer = useMemo<ViewerShown | undefined>(() => {
    const membership = me?.membership;
    if (!me || !membership || !data) return undefined;
    const permissions = new Set(me.permissions);
    const province = membership.unit.province;
    return {
      displayName: me.person?.displayName ?? '',
      portal: portal.bloc,
      provinceId: me.provinceId ?? province?.id ?? '',
      provinceName: (language === 'en' ? province?.nameEn : province?.name) ?? '',
      membership,
      memberships: me.memberships,
      permissions: me.permissions,
      today: data.businessClock.today,
      clockOffsetSeconds: data.businessClock.offsetSeconds,
      may: (permission) => !permission || permissions.has(permission),
    };
  }, [me, data, portal.bloc, language]);

  const live = useMemo(() => new LivePages(client), [client]);
  const seen = viewer !== undefined;
  useEffect(() => (seen ? live.start() : undefined), [live, seen]);

  const cameBack = useCallback(async () => {
    const answer = await refetch();
    if (!answer.data?.me) return false;
    onSessionBack();
    return true;
  }, [refetch, onSessionBack]);

  if (location.pathname === '/signed-out' || (signedOut && refusal?.code === 'UNAUTHENTICATED'))
    return <SignedOutPage portal={portal} />;
  if (location.pathname === '/sign-in-failed' || gaveUp) return <SignedOutPage portal={portal} failed />;
  if (viewer) {
    return (
      <ViewerContext.Provider value={viewer}>
        <LiveContext.Provider value={live}>
          <Frame portal={portal} modules={modules}>
            <Pages modules={modules} />
          </Frame>
          <SessionEndedDialog opened={sessionEnded} onContinue={cameBack} />
        </LiveContext.Provider>
      </ViewerContext.Provider>
    );
  }
  if (refusal?.code === 'FORBIDDEN') return <WrongPortalPage portal={portal} otherAddress={otherAddress} />;
  if (me && !me.membership) {
    return me.memberships.length > 0 ? (
      <WrongPortalPage portal={portal} otherAddress={otherAddress} />
    ) : (
      <NoMembershipPage portal={portal} name={me.person?.displayName ?? ''} />
    );
  }
  if (refusal && refusal.code !== 'UNAUTHENTICATED' && !loading) {
    return (
      <StandingPage
        portal={portal}
        title={words('start.failed')}
        actions={<Button onClick={() => void refetch()}>{words('module.retry')}</Button>}
      >
        {words('start.failedText')}
      </StandingPage>
    );
  }
  return <FrameSkeleton portal={portal} />;
}
