import type { Bloc } from '../module-contract.ts';

/** All that makes one portal differ from the other; features come from modules. */
export interface PortalDefinition {
  name: string;
  bloc: Bloc;
  title: { vi: string; en: string };
}
