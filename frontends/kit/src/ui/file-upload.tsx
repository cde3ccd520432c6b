import { ActionIcon, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconRefresh, IconX } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { acceptedFiles, fileProblem, largestFile, mediaTypeOf } from './file-checks.ts';
import { FileChoice } from './file-choice.tsx';
import { sendFile } from './send-file.ts';
import { uiWords } from './words.ts';

export interface UploadedFile {
  uploadId: string;
  name: string;
  size: number;
}

interface Sending {
  key: string;
  file: File;
  percent: number;
  done?: UploadedFile;
  problem?: string;
  stop?: () => void;
}

interface FileUploadProps {
  label: string;
  /** The service that takes the files, such as `plans`. */
  service: string;
  onChange: (files: readonly UploadedFile[]) => void;
  onBusy?: (busy: boolean) => void;
  error?: string;
  id?: string;
}

const megabytes = largestFile / 1024 / 1024;

/** Files go up while the form is filled; the form sends their upload ids. */
export function FileUpload({ label, service, onChange, onBusy, error, id }: FileUploadProps) {
  const words = uiWords.useWords();
  const ownId = useId();
  const inputId = id ?? ownId;
  const list = useRef<Sending[]>([]);
  const [, draw] = useState(0);

  const update = (change: (before: Sending[]) => Sending[]) => {
    list.current = change(list.current);
    draw((n) => n + 1);
    onChange(list.current.flatMap(({ done }) => done ?? []));
    onBusy?.(list.current.some(({ done, problem }) => !done && !problem));
  };
  const patch = (key: string, part: Partial<Sending>) =>
    update((before) => before.map((item) => (item.key === key ? { ...item, ...part } : item)));

  const send = (item: Sending) => {
    const { sent, stop } = sendFile<UploadedFile>({
      path: `/files/${service}/uploads?name=${encodeURIComponent(item.file.name.normalize('NFC'))}`,
      body: item.file,
      mediaType: mediaTypeOf(item.file.name) ?? 'application/octet-stream',
      onProgress: (percent) => patch(item.key, { percent }),
    });
    patch(item.key, { stop, problem: undefined, percent: 0 });
    void sent.then(({ status, answer, message }) => {
      if (status === 'stopped') return;
      if (answer?.uploadId) patch(item.key, { done: answer, percent: 100 });
      else patch(item.key, { problem: message ?? words('file.failed', { name: item.file.name }) });
    });
  };

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const problem = fileProblem(file);
      const item: Sending = {
        key: crypto.randomUUID(),
        file,
        percent: 0,
        problem: problem && words(`file.${problem}`, { name: file.name, size: megabytes }),
      };
      update((before) => [...before, item]);
      if (!problem) send(item);
    }
  };

  return (
    <Stack gap={6}>
      <Text component="label" htmlFor={inputId} fw={500} size="sm">
        {label}
      </Text>
      <Paper
        withBorder
        p="sm"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          add(event.dataTransfer.files);
        }}
      >
        <FileChoice
          id={inputId}
          multiple
          accept={acceptedFiles}
          aria-describedby={`${inputId}-hint`}
          aria-invalid={error ? true : undefined}
          onFiles={add}
        >
          <Button component="span" aria-hidden variant="default" size="xs">
            {words('file.choose')}
          </Button>
        </FileChoice>
        <Text size="sm" mt={6} id={`${inputId}-hint`} className="lt-quiet">
          {words('file.hint', { size: megabytes })}
        </Text>
        <Stack gap={6} mt={list.current.length > 0 ? 'xs' : 0} component="ul" style={{ listStyle: 'none', padding: 0 }}>
          {list.current.map((item) => (
            <Group component="li" key={item.key} gap="xs" wrap="nowrap" align="center">
              <IconPaperclip size={16} aria-hidden style={{ flex: 'none' }} />
              <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {item.file.name}
                </Text>
                {item.problem ? (
                  <Text size="sm" c="#9c1c16" role="alert">
                    {item.problem}
                  </Text>
                ) : item.done ? null : (
                  <Progress
                    value={item.percent}
                    size="sm"
                    aria-label={words('file.progress', { name: item.file.name, percent: item.percent })}
                  />
                )}
              </Stack>
              {item.problem && !fileProblem(item.file) ? (
                <ActionIcon
                  variant="subtle"
                  aria-label={words('file.retry', { name: item.file.name })}
                  onClick={() => send(item)}
                >
                  <IconRefresh size={16} />
                </ActionIcon>
              ) : null}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words(item.done || item.problem ? 'file.remove' : 'file.cancel', { name: item.file.name })}
                onClick={() => {
                  item.stop?.();
                  update((before) => before.filter(({ key }) => key !== item.key));
                }}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      </Paper>
      {error ? (
        <Text size="sm" c="#9c1c16">
          {error}
        </Text>
      ) : null}
    </Stack>
  );
}
