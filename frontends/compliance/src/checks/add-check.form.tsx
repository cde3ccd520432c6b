import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { Group, NumberInput, Select, Stack, TextInput } from '@lienthong/frontend-kit/mantine';
import { addDays, DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { AddCheckDocument, type CheckKind } from '../generated/graphql.ts';
import { checksWords } from './words.ts';

const kinds: readonly CheckKind[] = [
  'TLS_CERTIFICATE',
  'TLS_VERSIONS',
  'HTTPS_REDIRECT',
  'SECURITY_HEADERS',
  'SECURITY_TXT',
  'CLOCK_DRIFT',
];

/** What to check, where, and who allowed it for how long. */
export function AddCheckForm({ systemId, close }: { systemId: string; close: (saved?: boolean) => void }) {
  const words = checksWords.useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<CheckKind>('TLS_CERTIFICATE');
  const [host, setHost] = useState('');
  const [port, setPort] = useState<number | string>(443);
  const [authorisedBy, setAuthorisedBy] = useState('');
  const [authorisedFrom, setFrom] = useState(today);
  const [authorisedTo, setTo] = useState(addDays(today, 365));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(AddCheckDocument, { refetch: ['SystemDetail'] });

  const send = async () => {
    const found: Record<string, string> = {};
    const missing = (label: string) => words('add.required', { label });
    if (!host.trim()) found.host = missing(words('add.host'));
    if (typeof port !== 'number' || port < 1 || port > 65_535) found.port = words('add.portWrong');
    if (!authorisedBy.trim()) found.authorisedBy = missing(words('add.authorisedBy'));
    if (!authorisedFrom) found.authorisedFrom = missing(words('add.from'));
    if (!authorisedTo) found.authorisedTo = missing(words('add.to'));
    else if (authorisedTo < authorisedFrom) found.authorisedTo = words('add.windowWrong');
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const saved = await act.submit({
      systemId,
      kind,
      host: host.trim(),
      port: Number(port),
      authorisedBy: authorisedBy.trim(),
      authorisedFrom,
      authorisedTo,
    });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={host !== '' || authorisedBy !== ''}
      problems={problems}
      onSubmit={send}
      onCancel={() => close()}
      submitLabel={words('add.send')}
    >
      {(field) => (
        <Stack gap="sm" maw={620}>
          <Select
            {...field('kind')}
            label={words('add.kind')}
            allowDeselect={false}
            required
            data={kinds.map((value) => ({ value, label: words(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => {
              if (!value) return;
              setKind(value as CheckKind);
              // Plain HTTP is what leads to HTTPS; the untouched port follows the kind.
              if (port === 443 || port === 80) setPort(value === 'HTTPS_REDIRECT' ? 80 : 443);
            }}
          />
          <Group align="flex-start" gap="sm" wrap="wrap">
            <TextInput
              {...field('host')}
              label={words('add.host')}
              description={words('add.hostHint')}
              required
              maxLength={253}
              flex="1 1 260px"
              autoCapitalize="none"
              spellCheck={false}
              value={host}
              onChange={(event) => setHost(event.currentTarget.value)}
            />
            <NumberInput
              {...field('port')}
              label={words('add.port')}
              description={' '}
              required
              w={120}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              value={port}
              onChange={setPort}
            />
          </Group>
          <TextInput
            {...field('authorisedBy')}
            label={words('add.authorisedBy')}
            description={words('add.authorisedByHint')}
            required
            maxLength={300}
            value={authorisedBy}
            onChange={(event) => setAuthorisedBy(event.currentTarget.value)}
          />
          <Group align="flex-start" gap="sm">
            <DateField
              {...field('authorisedFrom')}
              label={words('add.from')}
              required
              w={190}
              value={authorisedFrom}
              onChange={setFrom}
            />
            <DateField
              {...field('authorisedTo')}
              label={words('add.to')}
              required
              w={190}
              value={authorisedTo}
              onChange={setTo}
            />
          </Group>
        </Stack>
      )}
    </Form>
  );
}
