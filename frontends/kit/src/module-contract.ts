import type { ComponentType } from 'react';
import type { Words } from './words/words.ts';

export type Bloc = 'PARTY' | 'GOVERNMENT';

export type NavigationIcon = 'tasks' | 'plan' | 'report' | 'shield' | 'units' | 'building' | 'people' | 'history';

export interface ModulePage {
  /** Below the portal's root, such as `plans/:planId`. */
  path: string;
  /** Key in the module's messages. */
  title: string;
  /** Present when the page stands in the left menu; the count is what waits there for the viewer. */
  navigation?: { order: number; icon: NavigationIcon; useCount?: () => number | undefined };
  blocs: readonly Bloc[];
  /** One of `me.permissions`; without it the page is open to every member of the bloc. */
  permission?: string;
  lazy: () => Promise<{ default: ComponentType }>;
}

/** A card on one of the portal's two composed pages: "Việc của tôi" and "Tổng quan". */
export interface ModuleWidget {
  name: string;
  place: 'my-work' | 'overview';
  order: number;
  blocs: readonly Bloc[];
  permission?: string;
  /** Names of registered queries without variables that the card asks at once: asked by the portal before the card's code is there. */
  asks?: readonly string[];
  lazy: () => Promise<{ default: ComponentType }>;
}

/** Where the search box of the header may send the text. */
export interface ModuleSearch {
  title: string;
  order: number;
  to: (text: string) => string;
}

export interface RemoteModule {
  name: string;
  messages: Pick<Words<string>, 'namespace' | 'vi' | 'en'>;
  routes: readonly ModulePage[];
  widgets?: readonly ModuleWidget[];
  search?: readonly ModuleSearch[];
}
