import { IconAlertTriangle, IconCheck, IconCircleDashed, IconHourglass } from '@lienthong/frontend-kit/icons';
import { VisuallyHidden } from '@lienthong/frontend-kit/mantine';
import { formatDate } from '@lienthong/frontend-kit/ui';
import type { DossierState, DossierToldFragment } from '../generated/graphql.ts';
import classes from './dossier.module.css';
import { dossiersWords } from './words.ts';

const path: readonly DossierState[] = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_APPRAISAL',
  'APPRAISED',
  'AWAITING_APPROVAL',
  'APPROVED',
];

/** The usual way, with a state beside it where the dossier stands in one. */
function wayOf(state: DossierState): readonly DossierState[] {
  if (path.includes(state)) return path;
  return state === 'RETURNED' ? ['DRAFT', 'RETURNED', ...path.slice(1)] : [...path, state];
}

/** The dossier's way drawn as a row of steps, each with its word, its mark and the day it was reached. */
export function DossierSteps({ dossier }: { dossier: DossierToldFragment }) {
  const words = dossiersWords.useWords();
  const way = wayOf(dossier.state);
  const here = way.indexOf(dossier.state);
  const reachedOn = (state: DossierState) => dossier.history.findLast(({ to }) => to === state)?.at;
  return (
    <ol className={classes.steps} aria-label={words('steps.label')}>
      {way.map((state, index) => {
        const standing = index < here ? 'done' : index === here ? 'current' : 'ahead';
        const aside = !path.includes(state);
        const closed = standing === 'current' && state === 'APPROVED';
        const Mark =
          standing === 'done' || closed
            ? IconCheck
            : standing === 'ahead'
              ? IconCircleDashed
              : aside
                ? IconAlertTriangle
                : IconHourglass;
        return (
          <li
            key={state}
            className={classes.step}
            data-standing={closed ? 'done' : standing}
            data-aside={aside || undefined}
            aria-current={standing === 'current' ? 'step' : undefined}
          >
            <span className={classes.mark}>
              <Mark size={16} aria-hidden />
            </span>
            <span className={classes.word}>
              {words(`step.${state}`)}
              <VisuallyHidden> ({words(`steps.${standing}`)})</VisuallyHidden>
            </span>
            <span className={classes.day}>
              {standing === 'ahead' || !reachedOn(state) ? '' : formatDate(reachedOn(state))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
