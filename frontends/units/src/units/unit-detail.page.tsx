import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Grid, Stack, Text } from '@lienthong/frontend-kit/mantine';
import { Link, useParams } from '@lienthong/frontend-kit/navigation';
import { Answer, formatDate, Notice, PageHeader, PrintButton, StateBadge } from '@lienthong/frontend-kit/ui';
import { Fragment } from 'react';
import { UnitDetailDocument } from '../generated/graphql.ts';
import { UnitMemberships } from '../memberships/unit-memberships.tsx';
import { moduleWords } from '../words.ts';
import { useNames } from './names.ts';
import { UnitActs } from './unit-acts.tsx';
import { UnitFacts, UnitHistory } from './unit-facts.tsx';
import { UnitReports } from './unit-reports.tsx';
import type { UnitShown } from './unit-shown.ts';
import { UnitSystems } from './unit-systems.tsx';
import { UnitTasks } from './unit-tasks.tsx';
import { unitWords } from './words.ts';

/** A unit with its people, tasks, reports and systems; each area stands or falls by itself. */
export default function UnitDetailPage() {
  const { unitId = '' } = useParams();
  const words = unitWords.useWords();
  const list = moduleWords.useWords()('units.title');
  const { unitName, fullUnitName } = useNames();
  const { today } = useViewer();
  useLive(['Unit', 'Membership']);
  const asked = useQuery(UnitDetailDocument, { variables: { id: unitId } });
  const reload = async () => (await asked.refetch()).data?.unit?.version;

  return (
    <Answer of={asked}>
      {({ unit }) =>
        unit ? (
          <div key={unit.id}>
            <PageHeader
              title={fullUnitName(unit)}
              above={
                <>
                  <Link to="/units">{list}</Link>
                  {[...unit.ancestors].reverse().map((above) => (
                    <Fragment key={above.id}>
                      {' › '}
                      <Link to={`/units/${above.id}`} title={fullUnitName(above)}>
                        {unitName(above)}
                      </Link>
                    </Fragment>
                  ))}
                </>
              }
              below={
                <>
                  <Text span className="lt-quiet">
                    {unit.kindName} · {words(unit.bloc ? `bloc.${unit.bloc}` : 'bloc.none')}
                  </Text>{' '}
                  <Existence unit={unit} />
                </>
              }
              actions={<PrintButton />}
            />
            <Stack gap="lg">
              <UnitActs unit={unit} reload={reload} />
              <Grid gap="lg">
                <Grid.Col span={{ base: 12, lg: 7 }}>
                  <Stack gap="lg">
                    <UnitTasks unitId={unit.id} ended={unit.validTo !== null && unit.validTo <= today} />
                    <UnitReports unitId={unit.id} />
                    <UnitSystems unitId={unit.id} />
                  </Stack>
                </Grid.Col>
                <Grid.Col span={{ base: 12, lg: 5 }}>
                  <Stack gap="lg">
                    <UnitFacts unit={unit} />
                    <UnitMemberships unit={unit} />
                    <UnitHistory unit={unit} />
                  </Stack>
                </Grid.Col>
              </Grid>
            </Stack>
          </div>
        ) : asked.error ? null : (
          <Notice level={1} title={words('detail.notFound')}>
            {words('detail.notFoundText')}
          </Notice>
        )
      }
    </Answer>
  );
}

/** Said only of a unit that is not simply there. */
function Existence({ unit }: { unit: UnitShown }) {
  const words = unitWords.useWords();
  const { today } = useViewer();
  if (unit.validTo && unit.validTo <= today) {
    return <StateBadge tone="late" label={words('detail.ended', { date: formatDate(unit.validTo) })} />;
  }
  if (unit.validFrom > today) {
    return <StateBadge tone="notDue" label={words('detail.notYet', { date: formatDate(unit.validFrom) })} />;
  }
  return unit.validTo ? (
    <StateBadge tone="atRisk" label={words('detail.endsOn', { date: formatDate(unit.validTo) })} />
  ) : null;
}
