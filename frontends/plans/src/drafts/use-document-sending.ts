import { sendFile } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import {
  documentPath,
  documentProblem,
  isTooLong,
  largestDocument,
  longestText,
  mediaTypeOfDocument,
  pastedFile,
} from './document-file.ts';
import { intakeWords } from './intake.words.ts';

interface TakenDocument {
  draftId: string;
  /** The same file is being reviewed already: that draft is opened. */
  joined: boolean;
}

/** One document on its way to the service, and what it said. */
export function useDocumentSending(taken: (document: TakenDocument) => void) {
  const words = intakeWords.useWords();
  const [sending, setSending] = useState<{ name: string; percent: number }>();
  const [problem, setProblem] = useState<string>();
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const send = async (file: File, name: string, mediaType: string) => {
    setProblem(undefined);
    setSending({ name, percent: 0 });
    const going = sendFile<TakenDocument>({
      path: documentPath(file.name),
      body: file,
      mediaType,
      onProgress: (percent) => setSending({ name, percent }),
    });
    stop.current = going.stop;
    const { status, answer, message } = await going.sent;
    stop.current = undefined;
    setSending(undefined);
    if (answer?.draftId) taken(answer);
    else if (status !== 'stopped') setProblem(message ?? words('zone.failed'));
  };

  return {
    sending,
    problem,
    stop: () => stop.current?.(),
    sendFiles(files: FileList | readonly File[] | null) {
      const [file, second] = [...(files ?? [])];
      if (!file || sending) return;
      const wrong = documentProblem(file);
      if (second) setProblem(words('zone.oneFile'));
      else if (wrong) setProblem(words(`zone.${wrong}`, { name: file.name, size: largestDocument }));
      else void send(file, file.name, mediaTypeOfDocument(file.name) ?? '');
    },
    sendText(text: string) {
      if (sending) return;
      const file = pastedFile(text);
      if (!text.trim()) setProblem(words('zone.pasteEmpty'));
      else if (isTooLong(file)) setProblem(words('zone.pasteLong', { size: longestText }));
      else void send(file, words('zone.pasted'), 'text/plain; charset=utf-8');
    },
  };
}
