import { useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Button, Text } from '@lienthong/frontend-kit/mantine';
import { Answer, EmptyNotice, PageHeader } from '@lienthong/frontend-kit/ui';
import { QuarantinedDocumentsDocument } from '../generated/graphql.ts';
import classes from './quarantine.module.css';
import { QuarantinedDocumentCard } from './quarantined-document.card.tsx';
import { quarantineWords } from './words.ts';

const page = 20;

/** Which documents were refused because of a secrecy marking, whose, and what became of it. */
export default function QuarantinePage() {
  const words = quarantineWords.useWords();
  useLive(['QuarantinedDocument']);
  const asked = useQuery(QuarantinedDocumentsDocument, { variables: { first: page } });
  return (
    <>
      <PageHeader title={words('list.title')} below={<Text maw="86ch">{words('list.lead')}</Text>} />
      <Answer of={asked}>
        {({ quarantinedDocuments: documents }) =>
          documents.nodes.length === 0 ? (
            <EmptyNotice title={words('list.none')}>{words('list.noneText')}</EmptyNotice>
          ) : (
            <>
              <Text size="sm" className="lt-quiet" role="status" mb={6}>
                {words('list.count', { count: documents.totalCount })}
              </Text>
              <ul className={classes.list}>
                {documents.nodes.map((document) => (
                  <li key={document.id}>
                    <QuarantinedDocumentCard document={document} reload={() => asked.refetch()} />
                  </li>
                ))}
              </ul>
              {documents.pageInfo.hasNextPage ? (
                <Button
                  mt="sm"
                  variant="default"
                  loading={asked.loading}
                  onClick={() =>
                    void asked.fetchMore({
                      variables: { after: documents.pageInfo.endCursor },
                      updateQuery: (before, { fetchMoreResult: next }) => ({
                        ...next,
                        quarantinedDocuments: {
                          ...next.quarantinedDocuments,
                          nodes: [...before.quarantinedDocuments.nodes, ...next.quarantinedDocuments.nodes],
                        },
                      }),
                    })
                  }
                >
                  {words('list.more')}
                </Button>
              ) : null}
            </>
          )
        }
      </Answer>
    </>
  );
}
