import { Stack, Table, Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatNumber } from '@lienthong/frontend-kit/ui';
import type { ReportToldFragment } from '../generated/graphql.ts';
import { FigureSource } from './figure-source.tsx';
import classes from './report.module.css';
import { TasksNamed } from './task-choice.tsx';
import { reportsWords } from './words.ts';

const parts = ['summary', 'obstacles', 'proposals'] as const;

/** A report as it reads on paper. */
export function ReportRead({ report }: { report: ReportToldFragment }) {
  const words = reportsWords.useWords();
  return (
    <Stack gap="lg">
      <div>
        <Title order={3} size="h5" mb="xs">
          {words('part.figures')}
        </Title>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words('figure.name')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {words('figure.value')}
              </Table.Th>
              <Table.Th scope="col">{words('figure.source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.figures.map((figure) => (
              <Table.Tr key={figure.key} className={classes.row}>
                <Table.Th scope="row" fw={500}>
                  {figure.label}
                  {figure.note ? (
                    <Text size="sm" fw={400} className="lt-quiet">
                      {figure.note}
                    </Text>
                  ) : null}
                </Table.Th>
                <Table.Td ta="right" data-number>
                  {formatNumber(figure.value)}
                </Table.Td>
                <Table.Td>
                  <FigureSource figure={figure} />
                  {figure.prefilled !== null && figure.prefilled !== figure.value ? (
                    <Text size="sm" className={classes.differs}>
                      {words('figure.differs')}
                    </Text>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {parts.map((part) => (
        <div key={part}>
          <Title order={3} size="h5" mb={4}>
            {words(`part.${part}`)}
          </Title>
          <Text className={classes.said}>{report[part] || words('none')}</Text>
        </div>
      ))}
      <div>
        <Title order={3} size="h5" mb="xs">
          {words('part.tasks')}
        </Title>
        <TasksNamed tasks={report.tasks.filter((task) => task !== null)} />
      </div>
    </Stack>
  );
}
