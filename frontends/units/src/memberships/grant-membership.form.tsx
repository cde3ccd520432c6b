import { useAct, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Group, Radio, Select, Stack, Text, TextInput } from '@lienthong/frontend-kit/mantine';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { GrantMembershipDocument, type Role, UnitPeopleDocument } from '../generated/graphql.ts';
import { type ChosenUnit, UnitSelect } from '../units/unit-select.tsx';
import type { UnitShown } from '../units/unit-shown.ts';
import { membershipsWords } from './words.ts';

const roles: readonly Role[] = [
  'VIEWER',
  'REPORTER',
  'APPROVER',
  'STANDING_AGENCY',
  'STEERING_COMMITTEE',
  'UNIT_ADMINISTRATOR',
  'SECURITY_OFFICER',
  'AUDITOR',
];

/** A role for somebody who is known here, or for somebody new with the identifier of the sign-in system. */
export function GrantMembershipForm({ unit, close }: { unit: UnitShown; close: (saved?: boolean) => void }) {
  const words = membershipsWords.useWords();
  const { today } = useViewer();
  const [who, setWho] = useState<'known' | 'new'>('known');
  const [fromUnit, setFromUnit] = useState<ChosenUnit | null>(unit);
  const [personId, setPersonId] = useState<string | null>(null);
  const [displayName, setDisplayName] = useState('');
  const [subject, setSubject] = useState('');
  const [role, setRole] = useState<Role>('REPORTER');
  const [validFrom, setValidFrom] = useState(today);
  const [validTo, setValidTo] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const people = useQuery(UnitPeopleDocument, {
    variables: { unitId: fromUnit?.id ?? '' },
    skip: !fromUnit || who === 'new',
  });
  const known = people.data?.people.nodes ?? [];
  const act = useAct(GrantMembershipDocument, { refetch: ['UnitDetail'] });

  const send = async () => {
    const found: Record<string, string> = {};
    const missing = (label: string) => words('field.required', { label });
    if (who === 'known' && !personId) found.personId = words('field.choose', { label: words('grant.person') });
    if (who === 'new' && !displayName.trim()) found['newPerson.displayName'] = missing(words('grant.displayName'));
    if (who === 'new' && !subject.trim()) found['newPerson.subject'] = missing(words('grant.subject'));
    if (!validFrom) found.validFrom = missing(words('grant.from'));
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const saved = await act.submit({
      unitId: unit.id,
      role,
      validFrom,
      validTo: validTo || null,
      ...(who === 'known' ? { personId } : { newPerson: { displayName: displayName.trim(), subject: subject.trim() } }),
    });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={personId !== null || displayName !== '' || subject !== ''}
      problems={problems}
      onSubmit={send}
      onCancel={() => close()}
      submitLabel={words('grant.send')}
    >
      {(field) => (
        <Stack gap="sm">
          <Radio.Group
            label={words('grant.who')}
            value={who}
            onChange={(value) => setWho(value === 'new' ? 'new' : 'known')}
          >
            <Group gap="md" mt={4}>
              <Radio value="known" label={words('grant.known')} />
              <Radio value="new" label={words('grant.new')} />
            </Group>
          </Radio.Group>
          {who === 'known' ? (
            <>
              <UnitSelect
                {...field('fromUnit')}
                label={words('grant.fromUnit')}
                value={fromUnit}
                onChange={(chosen) => {
                  setFromUnit(chosen);
                  setPersonId(null);
                }}
              />
              {people.data && known.length === 0 ? <Text size="sm">{words('grant.noPeople')}</Text> : null}
              <Select
                {...field('personId')}
                label={words('grant.person')}
                required
                searchable
                data={known.map((person) => ({ value: person.id, label: person.displayName }))}
                value={personId}
                onChange={setPersonId}
              />
            </>
          ) : (
            <>
              <TextInput
                {...field('newPerson.displayName')}
                label={words('grant.displayName')}
                description={words('grant.displayNameHint')}
                required
                maxLength={200}
                value={displayName}
                onChange={(event) => setDisplayName(event.currentTarget.value)}
              />
              <TextInput
                {...field('newPerson.subject')}
                label={words('grant.subject')}
                description={words('grant.subjectHint')}
                required
                maxLength={200}
                value={subject}
                onChange={(event) => setSubject(event.currentTarget.value)}
              />
            </>
          )}
          <Select
            {...field('role')}
            label={words('grant.role')}
            required
            allowDeselect={false}
            data={roles.map((value) => ({ value, label: words(`role.${value}`) }))}
            value={role}
            onChange={(value) => value && setRole(value as Role)}
          />
          <Group gap="sm" align="flex-start">
            <DateField
              {...field('validFrom')}
              label={words('grant.from')}
              description={' '}
              required
              w={190}
              value={validFrom}
              onChange={setValidFrom}
            />
            <DateField
              {...field('validTo')}
              label={words('grant.to')}
              description={words('grant.toHint')}
              w={220}
              value={validTo}
              onChange={setValidTo}
            />
          </Group>
        </Stack>
      )}
    </Form>
  );
}
