import { StateBadge } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import type { DossierStandingFragment, DossierState } from '../generated/graphql.ts';
import { dossiersWords } from './words.ts';

const toneOf: Record<DossierState, Tone> = {
  DRAFT: 'notDue',
  SUBMITTED: 'inProgress',
  RETURNED: 'atRisk',
  UNDER_APPRAISAL: 'inProgress',
  APPRAISED: 'inProgress',
  AWAITING_APPROVAL: 'inProgress',
  APPROVED: 'done',
  REDETERMINATION_DUE: 'atRisk',
  SUPERSEDED: 'notDue',
  RETIRED: 'notDue',
};

export const dossierStates = Object.keys(toneOf) as DossierState[];

/** Where a dossier stands; past its limit it is late, wherever it stands. */
export function DossierBadge({
  dossier,
}: {
  dossier: Pick<DossierStandingFragment, 'state' | 'stateName'> & { limit?: { isOverdue: boolean } | null };
}) {
  const words = dossiersWords.useWords();
  const late = dossier.limit?.isOverdue ?? false;
  return (
    <StateBadge
      tone={late ? 'late' : toneOf[dossier.state]}
      label={dossier.stateName}
      detail={late ? words('limit.overdueShort') : undefined}
    />
  );
}
