import type { HierarchyDocument } from '@lienthong/policy/hierarchy';
import type { ServiceContext } from '@lienthong/policy/service-context';

/** What every resolver of this service is given. */
export interface UnitsContext extends ServiceContext {
  /** Reads the hierarchy again and judges by it from here on; called after a change. */
  refreshHierarchy(this: UnitsContext): Promise<void>;
  hierarchyDocument(): HierarchyDocument;
}
