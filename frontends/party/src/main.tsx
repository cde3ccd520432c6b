import { startPortal } from '@lienthong/frontend-kit/portal/start.tsx';
import { createInstance } from '@module-federation/runtime';
import * as core from '@module-federation/runtime/core';
import { portal } from './portal.ts';

void startPortal(portal, { createInstance: createInstance as never, core });
