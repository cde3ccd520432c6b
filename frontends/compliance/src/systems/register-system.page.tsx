import { useAct, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Select, Stack, Text, Textarea, TextInput } from '@lienthong/frontend-kit/mantine';
import { Link, Navigate, useNavigate } from '@lienthong/frontend-kit/navigation';
import { DateField, Form, PageHeader, useAddressState } from '@lienthong/frontend-kit/ui';
import { useEffect, useState } from 'react';
import {
  LevelRulesDocument,
  OwnerNameDocument,
  RegisterSystemDocument,
  type SystemType,
} from '../generated/graphql.ts';
import { securityLevels, systemTypes } from './system-types.ts';
import { type ChosenUnit, UnitSelect } from './unit-select.tsx';
import { systemsWords } from './words.ts';

const empty = { code: '', name: '', nameEn: '', description: '', dataSubjects: '', inUseSince: '' };

export default function RegisterSystemPage() {
  const words = systemsWords.useWords();
  const navigate = useNavigate();
  const viewer = useViewer();
  const address = useAddressState();
  const [typed, setTyped] = useState(empty);
  const [type, setType] = useState<SystemType>('INTERNAL_PROCESSING');
  const [level, setLevel] = useState('2');
  const [owner, setOwner] = useState<ChosenUnit | null>(viewer.membership.unit);
  const [operator, setOperator] = useState<ChosenUnit | null>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [savedId, setSavedId] = useState<string>();
  const act = useAct(RegisterSystemDocument);
  const rule = useQuery(LevelRulesDocument).data?.levelRules.find((one) => String(one.level) === level);

  // Came from the systems of a unit: that unit is meant.
  const named = address.get('owner');
  const asked = useQuery(OwnerNameDocument, { variables: { id: named ?? '' }, skip: !named }).data?.unit;
  useEffect(() => {
    if (asked) setOwner(asked);
  }, [asked]);

  if (savedId) return <Navigate to={`/compliance/systems/${savedId}`} replace />;

  const send = async () => {
    const found: Record<string, string> = {};
    if (!typed.code.trim()) found.code = words('field.required', { label: words('field.code') });
    if (!typed.name.trim()) found.name = words('field.required', { label: words('field.name') });
    if (!owner) found.ownerId = words('field.choose', { label: words('field.owner') });
    setProblems(found);
    if (!owner || Object.keys(found).length > 0) return;
    const saved = await act.submit({
      code: typed.code.trim(),
      name: typed.name.trim(),
      nameEn: typed.nameEn.trim() || null,
      type,
      level: Number(level),
      ownerId: owner.id,
      operatorId: operator?.id ?? null,
      description: typed.description.trim() || null,
      dataSubjects: typed.dataSubjects.trim() || null,
      inUseSince: typed.inUseSince || null,
    });
    if (saved?.registerSystem.system) setSavedId(saved.registerSystem.system.id);
  };
  const write = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }));

  return (
    <>
      <PageHeader
        title={words('register.title')}
        above={<Link to="/compliance/systems">{words('list.title')}</Link>}
        below={words('register.intro')}
      />
      <section className="lt-card" aria-label={words('register.title')} style={{ maxWidth: 760 }}>
        <Form
          act={act}
          dirty={Object.values(typed).some(Boolean)}
          problems={problems}
          onSubmit={send}
          onCancel={() => navigate('/compliance/systems')}
          submitLabel={words('register.send')}
        >
          {(field) => (
            <Stack gap="md">
              <TextInput
                {...field('name')}
                label={words('field.name')}
                required
                maxLength={300}
                value={typed.name}
                onChange={(event) => write({ name: event.currentTarget.value })}
              />
              <TextInput
                {...field('nameEn')}
                label={words('field.nameEn')}
                maxLength={300}
                value={typed.nameEn}
                onChange={(event) => write({ nameEn: event.currentTarget.value })}
              />
              <TextInput
                {...field('code')}
                label={words('field.code')}
                description={words('field.codeHint')}
                required
                maw={320}
                maxLength={40}
                value={typed.code}
                onChange={(event) => write({ code: event.currentTarget.value })}
              />
              <UnitSelect
                {...field('ownerId')}
                label={words('field.owner')}
                required
                value={owner}
                onChange={setOwner}
              />
              <UnitSelect
                {...field('operatorId')}
                label={words('field.operator')}
                description={words('field.operatorHint')}
                value={operator}
                onChange={setOperator}
              />
              <Select
                {...field('type')}
                label={words('field.type')}
                required
                allowDeselect={false}
                data={systemTypes.map((value) => ({ value, label: words(`type.${value}`) }))}
                value={type}
                onChange={(value) => value && setType(value as SystemType)}
              />
              <div>
                <Select
                  {...field('level')}
                  label={words('field.level')}
                  required
                  allowDeselect={false}
                  maw={220}
                  data={securityLevels.map((value) => ({
                    value: String(value),
                    label: words('level', { level: value }),
                  }))}
                  value={level}
                  onChange={(value) => value && setLevel(value)}
                />
                {rule ? (
                  <Text size="sm" className="lt-quiet" mt={4} role="status">
                    {words('rule.who', { appraiser: rule.appraiser, approver: rule.approver })}{' '}
                    {words('rule.limits', { limits: rule.limits, source: rule.source })}
                  </Text>
                ) : null}
              </div>
              <Textarea
                {...field('description')}
                label={words('field.description')}
                autosize
                minRows={2}
                maxLength={2000}
                value={typed.description}
                onChange={(event) => write({ description: event.currentTarget.value })}
              />
              <TextInput
                {...field('dataSubjects')}
                label={words('field.dataSubjects')}
                description={words('field.dataSubjectsHint')}
                maxLength={500}
                value={typed.dataSubjects}
                onChange={(event) => write({ dataSubjects: event.currentTarget.value })}
              />
              <DateField
                {...field('inUseSince')}
                label={words('field.inUseSince')}
                maw={220}
                value={typed.inUseSince}
                onChange={(date) => write({ inUseSince: date })}
              />
            </Stack>
          )}
        </Form>
      </section>
    </>
  );
}
