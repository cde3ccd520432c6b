import { ActionIcon, Button, Drawer, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconBuilding,
  IconClipboardList,
  IconFileText,
  IconHistory,
  IconHome,
  IconLayoutDashboard,
  IconMenu2,
  IconReportAnalytics,
  IconShieldCheck,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useViewer } from '../graph/viewer.ts';
import type { ModulePage, NavigationIcon } from '../module-contract.ts';
import { formatDate } from '../ui/dates.ts';
import { currentLanguage, useLanguage, wordOf } from '../words/words.ts';
import { AccountMenu } from './account-menu.tsx';
import classes from './frame.module.css';
import { HeaderSearch } from './header-search.tsx';
import type { PortalDefinition } from './portal-definition.ts';
import type { ModuleState, Modules } from './use-modules.ts';
import { portalWords } from './words.ts';

const icons: Record<NavigationIcon, ComponentType<{ size?: number; 'aria-hidden'?: boolean }>> = {
  tasks: IconClipboardList,
  plan: IconFileText,
  report: IconReportAnalytics,
  shield: IconShieldCheck,
  units: IconSitemap,
  building: IconBuilding,
  people: IconUsers,
  history: IconHistory,
};

const languages = [
  { value: 'vi', label: 'VI' },
  { value: 'en', label: 'EN' },
];

/** The frame around every page: bar, menu, main area. */
export function Frame({
  portal,
  modules,
  children,
}: {
  portal: PortalDefinition;
  modules: Modules;
  children: ReactNode;
}) {
  const words = portalWords.useWords();
  const viewer = useViewer();
  const { language, change } = useLanguage();
  const [menu, { open, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef<string>(undefined);

  useEffect(() => {
    close();
    const from = before.current;
    before.current = pathname;
    // The portal's root only leads on to a page: whoever arrives begins at the top, with the way past the menu.
    if (from === undefined || from === '/') return;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  useSlashKey();

  return (
    <div className={classes.frame} data-bloc={portal.bloc}>
      <a href="#main" className={classes.skip}>
        {words('skip')}
      </a>
      <header className={classes.header}>
        <ActionIcon
          variant="transparent"
          c="white"
          size={44}
          className={classes.burger}
          aria-label={words('menu.open')}
          aria-expanded={menu}
          onClick={open}
        >
          <IconMenu2 />
        </ActionIcon>
        <Text className={classes.name} component="span">
          <b>{portal.title[language]}</b>
          {viewer.provinceName ? <span className={classes.province}> · {viewer.provinceName}</span> : null}
        </Text>
        <HeaderSearch modules={modules} />
        <SegmentedControl
          size="xs"
          aria-label={words('language')}
          data={languages}
          value={language}
          onChange={(value) => void change(value as 'vi' | 'en')}
          className={classes.language}
        />
        <AccountMenu />
      </header>
      <nav className={classes.menu} aria-label={words('menu.label')}>
        <MenuItems modules={modules} bloc={portal.bloc} />
      </nav>
      <Drawer
        opened={menu}
        onClose={close}
        title={portal.title[language]}
        size={290}
        closeButtonProps={{ 'aria-label': words('menu.close') }}
      >
        <nav aria-label={words('menu.label')}>
          <MenuItems modules={modules} bloc={portal.bloc} />
        </nav>
      </Drawer>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {viewer.clockOffsetSeconds !== 0 ? (
          <p className={classes.clock}>{words('clock.sample', { date: formatDate(viewer.today) })}</p>
        ) : null}
        {children}
      </main>
    </div>
  );
}

/** `/` goes to the search of the page when it has one, otherwise to the one in the bar. */
function useSlashKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).closest('input, textarea, select, [contenteditable=true]')) return;
      const field =
        document.querySelector<HTMLElement>('main [data-search-field]') ??
        document.querySelector<HTMLElement>('[data-header-search]');
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function MenuItems({ modules, bloc }: { modules: Modules; bloc: PortalDefinition['bloc'] }) {
  const words = portalWords.useWords();
  const viewer = useViewer();
  const pages = modules.list
    .flatMap(({ module }) =>
      module ? module.routes.map((page) => ({ page, namespace: module.messages.namespace })) : [],
    )
    .filter(({ page }) => page.navigation && page.blocs.includes(bloc) && viewer.may(page.permission))
    .sort((a, b) => (a.page.navigation?.order ?? 0) - (b.page.navigation?.order ?? 0));
  return (
    <>
      <Item to="/my-work" label={words('myWork')} icon={IconHome} />
      <Item to="/overview" label={words('overview')} icon={IconLayoutDashboard} />
      {pages.map(({ page, namespace }) => (
        <ModuleItem key={`${namespace}/${page.path}`} page={page} namespace={namespace} />
      ))}
      {modules.list
        .filter(({ fault }) => fault)
        .map((module) => (
          <Button
            key={module.name}
            variant="subtle"
            color="gray"
            size="xs"
            justify="flex-start"
            fullWidth
            leftSection={<IconAlertTriangle size={16} aria-hidden />}
            onClick={module.retry}
            classNames={{ label: classes.wrapped, root: classes.fault }}
            title={words('module.retry')}
          >
            {words('module.failedShort', { name: moduleTitle(module) })}
          </Button>
        ))}
      {modules.pending ? <Skeleton h={20} m="sm" w="70%" /> : null}
    </>
  );
}

/** A module that never arrived has told no title: the registry's stands in, or its name. */
export const moduleTitle = ({ name, title }: Pick<ModuleState, 'name' | 'title'>) => {
  const told = wordOf(name, 'module.title');
  return told === 'module.title' ? (title?.[currentLanguage()] ?? name) : told;
};

const noCount = () => undefined;

function ModuleItem({ page, namespace }: { page: ModulePage; namespace: string }) {
  // The hook of one page is the same for as long as its item stands in the menu.
  const useCount = page.navigation?.useCount ?? noCount;
  const count = useCount();
  return (
    <Item
      to={`/${page.path}`}
      label={wordOf(namespace, page.title)}
      icon={icons[page.navigation?.icon ?? 'plan']}
      count={count}
    />
  );
}

function Item({
  to,
  label,
  icon: Icon,
  count,
}: {
  to: string;
  label: string;
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  count?: number;
}) {
  return (
    <NavLink to={to} className={classes.item}>
      <Icon size={18} aria-hidden />
      <span>{label}</span>
      {count ? <span className={classes.count}>{count}</span> : null}
    </NavLink>
  );
}
