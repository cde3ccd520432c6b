import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as ReactDom from 'react-dom';
import type { SharedPackage } from '../federation/shared-packages.ts';
import * as graph from '../libraries/graph.ts';
import * as icons from '../libraries/icons.ts';
import * as mantine from '../libraries/mantine.ts';
import * as navigation from '../libraries/navigation.ts';
import * as ui from '../libraries/ui.ts';
import * as words from '../libraries/words.ts';

/** What this portal lends to modules, each once: one React, one graph client, one router. */
export const providedLibraries: Record<SharedPackage, unknown> = {
  react: React,
  'react/jsx-runtime': jsxRuntime,
  'react-dom': ReactDom,
  '@lienthong/frontend-kit/mantine': mantine,
  '@lienthong/frontend-kit/icons': icons,
  '@lienthong/frontend-kit/graph': graph,
  '@lienthong/frontend-kit/navigation': navigation,
  '@lienthong/frontend-kit/words': words,
  '@lienthong/frontend-kit/ui': ui,
};
