import { useAct, useViewer } from '@lienthong/frontend-kit/graph';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { EndMembershipDocument, type MembershipToldFragment } from '../generated/graphql.ts';
import { membershipsWords } from './words.ts';

interface Props {
  membership: MembershipToldFragment;
  close: (saved?: boolean) => void;
}

export function EndMembershipForm({ membership, close }: Props) {
  const words = membershipsWords.useWords();
  const { today } = useViewer();
  const [on, setOn] = useState(today);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(EndMembershipDocument, { refetch: ['UnitDetail'] });
  const send = async () => {
    setProblems(on ? {} : { on: words('field.required', { label: words('end.on') }) });
    if (on && (await act.submit({ membershipId: membership.id, on }))) close(true);
  };
  return (
    <Form
      act={act}
      dirty={on !== today}
      problems={problems}
      onSubmit={send}
      onCancel={() => close()}
      submitLabel={words('end.send')}
    >
      {(field) => <DateField {...field('on')} label={words('end.on')} required maw={300} value={on} onChange={setOn} />}
    </Form>
  );
}
