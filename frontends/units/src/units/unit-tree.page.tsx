import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Answer, FilterBar, OrgTree, PageHeader, useAddressState } from '@lienthong/frontend-kit/ui';
import { useLanguage } from '@lienthong/frontend-kit/words';
import { type Bloc, UnitTreeDocument } from '../generated/graphql.ts';
import { moduleWords } from '../words.ts';
import { unitWords } from './words.ts';

export default function UnitTreePage() {
  const title = moduleWords.useWords()('units.title');
  const words = unitWords.useWords();
  const { language } = useLanguage();
  const viewer = useViewer();
  const address = useAddressState();
  const answer = useQuery(UnitTreeDocument, {
    variables: {
      provinceId: viewer.provinceId,
      bloc: address.get('bloc') as Bloc | undefined,
      asOf: address.get('asOf') ?? viewer.today,
    },
  });
  useLive(['Unit']);
  return (
    <>
      <PageHeader title={title} />
      <FilterBar
        search={false}
        filters={[
          {
            id: 'bloc',
            label: words('tree.bloc'),
            kind: 'one',
            choices: [
              { value: 'PARTY', label: words('bloc.PARTY') },
              { value: 'GOVERNMENT', label: words('bloc.GOVERNMENT') },
            ],
          },
          { id: 'asOf', label: words('tree.asOf'), kind: 'date' },
        ]}
      />
      <Answer of={answer}>
        {(data) => (
          <OrgTree
            label={words('tree.label')}
            selected={viewer.membership.unit.id}
            nodes={data.unitTree.map(({ id, parentId, unit }) => ({
              id,
              parentId,
              name: language === 'en' ? unit.nameEn : unit.shortName,
              title: unit.name,
              detail: unit.kindName,
            }))}
          />
        )}
      </Answer>
    </>
  );
}
