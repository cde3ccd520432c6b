import { useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Grid, Stack } from '@lienthong/frontend-kit/mantine';
import { Link, useParams } from '@lienthong/frontend-kit/navigation';
import { Answer, Notice, PageHeader, PrintButton } from '@lienthong/frontend-kit/ui';
import { CheckList } from '../checks/check-list.tsx';
import { DossierCard } from '../dossiers/dossier-card.tsx';
import { DossierLog } from '../dossiers/dossier-log.tsx';
import { SystemDetailDocument } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { SystemFacts } from './system-facts.tsx';
import { systemsWords } from './words.ts';

/** A system with its level, the way of its dossier and what its checks saw. */
export default function SystemDetailPage() {
  const { systemId = '' } = useParams();
  const words = systemsWords.useWords();
  const { nameOf, fullUnitName } = useNames();
  useLive(['InformationSystem', 'SecurityLevelDossier', 'ComplianceCheck', 'CheckRun']);
  const asked = useQuery(SystemDetailDocument, { variables: { id: systemId } });
  const reload = async () => (await asked.refetch()).data?.informationSystem;

  return (
    <Answer of={asked}>
      {({ informationSystem: system }) =>
        system ? (
          <div key={system.id}>
            <PageHeader
              title={nameOf(system)}
              above={
                <>
                  <Link to="/compliance/systems">{words('list.title')}</Link> · {system.code}
                </>
              }
              below={
                system.owner ? <Link to={`/units/${system.owner.id}`}>{fullUnitName(system.owner)}</Link> : undefined
              }
              actions={<PrintButton />}
            />
            <Stack gap="lg">
              <DossierCard dossier={system.dossier} reload={async () => (await reload())?.dossier?.version} />
              <Grid gap="lg">
                <Grid.Col span={{ base: 12, lg: 7 }}>
                  <CheckList
                    systemId={system.id}
                    checks={system.checks}
                    mayAdd={system.permissions.includes('addCheck')}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, lg: 5 }}>
                  <Stack gap="lg">
                    <SystemFacts system={system} reload={async () => (await reload())?.version} />
                    <DossierLog dossier={system.dossier} dossiers={system.dossiers} />
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
