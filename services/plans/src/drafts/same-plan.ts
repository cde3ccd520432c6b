import { defineLoader } from '@lienthong/kit/loaders';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { findPlan } from '../plans/plan.directory.ts';
import { Plan, PlanReference } from '../plans/plan.entity.ts';
import type { PlanDraft } from './plan-draft.entity.ts';

/** "285 - KH/TU" and "285-KH/TU" are one number; the words before it are none of it. */
export const sameNumber = (number: string): string =>
  number
    .normalize('NFC')
    .toUpperCase()
    .replace(/^(SỐ|SO)\s*:?/u, '')
    .replace(/[\s.]+/g, '')
    .replace(/[–—]/g, '-');

type Named = Pick<PlanDraft, 'number' | 'issuedOn' | 'bloc' | 'provinceId'>;

/**
 * The plan that a document would change: of the same number, bloc and province. Numbers begin anew each year, so where
 * both show a day of signing, of the same year.
 */
export async function findSamePlan(manager: EntityManager, draft: Named): Promise<Plan | null> {
  if (draft.number === null) return null;
  const number = sameNumber(draft.number);
  const plans = await manager.findBy(Plan, { bloc: draft.bloc, provinceId: draft.provinceId });
  const year = (day: string | null): string | null => day?.slice(0, 4) ?? null;
  return (
    plans
      .filter((plan) => plan.number !== null && sameNumber(plan.number) === number)
      .filter((plan) => !draft.issuedOn || !plan.issuedOn || year(plan.issuedOn) === year(draft.issuedOn))
      .sort((one, other) => other.openedOn.localeCompare(one.openedOn))[0] ?? null
  );
}

const plansByNumber = defineLoader(async (context: PlansContext, numbers: readonly string[]) => {
  const plans = await context.read((manager) =>
    manager.find(Plan, { select: { id: true, number: true, issuedOn: true }, order: { id: 'ASC' } }),
  );
  return numbers.map((number) => plans.filter((plan) => plan.number !== null && sameNumber(plan.number) === number));
});

const planOfDraft = defineLoader(async (context: PlansContext, drafts: readonly PlanDraft[]) =>
  context.read(async (manager) => {
    const found: (Plan | null)[] = [];
    for (const draft of drafts) found.push(await findSamePlan(manager, draft));
    return found;
  }),
);

export const planToChange = (context: PlansContext, draft: PlanDraft): Promise<Plan | null> =>
  context.loaders.for(planOfDraft).load(draft);

/** The documents that the draft carries out, each with the plan here that it is, where there is one. */
export async function referencesOf(context: PlansContext, draft: PlanDraft): Promise<PlanReference[]> {
  return Promise.all(
    draft.carriesOut.map(async ({ number, issuedOn, issuer }, index) => {
      const plans = await context.loaders.for(plansByNumber).load(sameNumber(number));
      const plan = plans.find((other) => !issuedOn || !other.issuedOn || other.issuedOn === issuedOn);
      const visible = plan ? await findPlan(context, plan.id) : null;
      return Object.assign(new PlanReference(), {
        planId: draft.id,
        ordinal: index + 1,
        number,
        issuedOn,
        issuerName: issuer,
        implementedPlanId: visible?.id ?? null,
      });
    }),
  );
}
