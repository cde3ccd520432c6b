import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useRef, useState } from 'react';
import { graphDefaults } from './defaults.ts';
import { type RefusalShown, readRefusals } from './refusal.ts';

export interface Act<TData, TInput> {
  /** Sends once however often it is called while an answer is awaited; gives undefined when refused. */
  submit: (input: TInput) => Promise<TData | undefined>;
  busy: boolean;
  refusals: RefusalShown[];
  /** When the last one succeeded. */
  savedAt: Date | undefined;
  /** Someone else changed the object since this form was opened; what was typed is still here. */
  stale: boolean;
  fieldRefusal: (field: string) => string | undefined;
  clear: () => void;
}

const doubleClick = 600;

type WithoutKey<I> = I extends { idempotencyKey: string } ? Omit<I, 'idempotencyKey'> : I;

/**
 * One mutation behind one form. The idempotency key is made when the form opens and renewed after a success,
 * so that a double click or a repeated send over a bad line is stored once.
 */
export function useAct<TData, TVariables extends OperationVariables & { input: unknown }>(
  document: TypedDocumentNode<TData, TVariables>,
  options?: { refetch?: readonly string[] },
): Act<TData, WithoutKey<TVariables['input']>> {
  const client = useApolloClient();
  const key = useRef(crypto.randomUUID());
  const pending = useRef<Promise<TData | undefined> | undefined>(undefined);
  const sent = useRef<string | undefined>(undefined);
  const answered = useRef<{ body: string; at: number; data: TData | undefined } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<RefusalShown[]>([]);
  const [savedAt, setSavedAt] = useState<Date>();
  const refetch = options?.refetch;

  const submit = useCallback(
    (input: WithoutKey<TVariables['input']>) => {
      if (pending.current) return pending.current;
      const body = JSON.stringify(input);
      // The second half of a double click may come after a fast answer, before the form has closed.
      if (answered.current?.body === body && Date.now() - answered.current.at < doubleClick) {
        return Promise.resolve(answered.current.data);
      }
      // A corrected form is another request; only the same one may be answered from the first result.
      if (sent.current !== undefined && sent.current !== body) key.current = crypto.randomUUID();
      sent.current = body;
      setBusy(true);
      setRefusals([]);
      pending.current = client
        .mutate({
          mutation: document,
          errorPolicy: graphDefaults.mutate.errorPolicy,
          variables: { input: { ...(input as object), idempotencyKey: key.current } } as unknown as TVariables,
          refetchQueries: refetch ? [...refetch] : undefined,
        })
        .then(({ data }) => {
          key.current = crypto.randomUUID();
          sent.current = undefined;
          const saved = (data ?? undefined) as TData | undefined;
          answered.current = { body, at: Date.now(), data: saved };
          setSavedAt(new Date());
          return saved;
        })
        .catch((error: unknown) => {
          setRefusals(readRefusals(error));
          return undefined;
        })
        .finally(() => {
          pending.current = undefined;
          setBusy(false);
        });
      return pending.current;
    },
    [client, document, refetch],
  );

  return {
    submit,
    busy,
    refusals,
    savedAt,
    stale: refusals.some(({ reason }) => reason === 'STALE_VERSION'),
    fieldRefusal: (field) => refusals.find((refusal) => refusal.field === field)?.message,
    clear: useCallback(() => setRefusals([]), []),
  };
}
