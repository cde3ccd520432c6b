import { Box, Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { formatDate, StackedBar } from '@lienthong/frontend-kit/ui';
import { Fragment } from 'react';
import type { PlanHeadQuery } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { countsOf, standingOf } from '../tasks/standing.ts';
import { plansWords } from './words.ts';

export type PlanShown = NonNullable<PlanHeadQuery['plan']>;

/** Number, date, issuer, what it carries out, and how its tasks stand. */
export function PlanHead({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const { planName } = useNames();
  const { figures } = plan;
  return (
    <>
      <Text>
        {plan.issuedOn ? formatDate(plan.issuedOn) : words('head.noDate')} · {plan.issuerName}
        {plan.effectiveFrom !== plan.issuedOn
          ? ` · ${words('head.effective', { date: formatDate(plan.effectiveFrom) })}`
          : null}
      </Text>
      {plan.implements.length > 0 ? (
        <Text>
          {words('head.implements')}:{' '}
          {plan.implements.map((reference, index) => (
            <Fragment key={reference.number}>
              {index > 0 ? '; ' : ''}
              {reference.plan ? <Link to={`/plans/${reference.plan.id}`}>{reference.number}</Link> : reference.number}
              {reference.issuerName ? `, ${reference.issuerName}` : ''}
              {reference.issuedOn ? `, ${formatDate(reference.issuedOn)}` : ''}
            </Fragment>
          ))}
        </Text>
      ) : null}
      {plan.implementedBy.length > 0 ? (
        <Text>
          {words('head.implementedBy')}:{' '}
          {plan.implementedBy.map((other, index) => (
            <Fragment key={other.id}>
              {index > 0 ? '; ' : ''}
              <Link to={`/plans/${other.id}`}>{planName(other)}</Link>
            </Fragment>
          ))}
        </Text>
      ) : null}
      <Box mt="xs" maw={860}>
        <Text fw={600} mb={4}>
          {words('head.count', { count: figures.total })}
          {plan.declaredTaskCount !== null && plan.declaredTaskCount !== figures.total ? (
            <Text span fw={400} className="lt-quiet">
              {' '}
              ({words('head.declared', { count: plan.declaredTaskCount })})
            </Text>
          ) : null}
        </Text>
        <StackedBar
          label={words('head.figures', { plan: planName(plan) })}
          counts={countsOf(figures)}
          to={(tone) => `/plans/${plan.id}${tone ? `?standing=${standingOf(tone)}` : ''}`}
        />
      </Box>
      {plan.note ? (
        <details style={{ marginTop: 8 }}>
          <summary>{words('head.note')}</summary>
          <Text size="sm" maw="80ch">
            {plan.note}
          </Text>
          <Text size="sm" className="lt-quiet">
            {words('head.source', { citation: plan.citation })}
          </Text>
        </details>
      ) : null}
    </>
  );
}
